/** What waits for changes of the archive and wakes whoever follows them. Follows nothing itself. */
@NullMarked
package org.xinheng.server.measure.watch;

import org.jspecify.annotations.NullMarked;
