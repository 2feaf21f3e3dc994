/** When a department is made attentive to an organisation (信用预警): pure, over the records of one organisation on a day. */
@NullMarked
package org.xinheng.core.warning;

import org.jspecify.annotations.NullMarked;
