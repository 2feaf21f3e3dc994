/** One evaluation, two engines, the same bytes. */
@NullMarked
package org.xinheng.spark;

import org.jspecify.annotations.NullMarked;
