/** The room in which an organisation grants and revokes, the one of the reader, and the public page of scenes. */
@NullMarked
package org.xinheng.server.consent.page;

import org.jspecify.annotations.NullMarked;
