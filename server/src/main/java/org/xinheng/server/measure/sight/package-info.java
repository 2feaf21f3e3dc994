/** What checks look at: subjects, the records that measures could rest on, and the feeds, each at known positions. Judges nothing. */
@NullMarked
package org.xinheng.server.measure.sight;

import org.jspecify.annotations.NullMarked;
