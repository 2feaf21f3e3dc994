/** What everybody may read of measures: the catalogue in force, and the column of bans from markets and trades. */
@NullMarked
package org.xinheng.server.measure.column;

import org.jspecify.annotations.NullMarked;
