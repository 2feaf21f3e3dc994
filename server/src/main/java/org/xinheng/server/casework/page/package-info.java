/** Cases on pages: what is due first, one case with its periods, and the forms that open and move it. */
@NullMarked
package org.xinheng.server.casework.page;

import org.jspecify.annotations.NullMarked;
