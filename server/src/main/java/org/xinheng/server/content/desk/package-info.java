/** The desk of the library: drafts, publication by a second person, withdrawal. Shows drafts to nobody else. */
@NullMarked
package org.xinheng.server.content.desk;

import org.jspecify.annotations.NullMarked;
