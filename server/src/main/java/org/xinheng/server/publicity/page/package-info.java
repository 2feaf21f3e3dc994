/** The portal's pages: one controller and one record per page. Keeps nothing. */
@NullMarked
package org.xinheng.server.publicity.page;

import org.jspecify.annotations.NullMarked;
