/** Lists of codes: read from what was sent, answered in chunks of one transaction each, line by line in order. */
@NullMarked
package org.xinheng.server.measure.batch;

import org.jspecify.annotations.NullMarked;
