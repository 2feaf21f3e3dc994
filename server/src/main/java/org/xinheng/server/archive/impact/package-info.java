/**
 * What another pack would do to the stored records, asked before it is switched on. Changes nothing.
 */
@NullMarked
package org.xinheng.server.archive.impact;

import org.jspecify.annotations.NullMarked;
