/** Applied measures for the bodies that apply them and for who oversees them: pages and API. Keeps nothing and judges nothing. */
@NullMarked
package org.xinheng.server.measure.desk;

import org.jspecify.annotations.NullMarked;
