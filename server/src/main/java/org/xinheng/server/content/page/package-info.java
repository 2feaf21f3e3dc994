/** The public pages of the library: lists, pieces, pictures. Names stand in them as long as the records behind them are shown. */
@NullMarked
package org.xinheng.server.content.page;

import org.jspecify.annotations.NullMarked;
