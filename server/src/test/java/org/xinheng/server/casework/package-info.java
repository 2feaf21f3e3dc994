/** Cases: the contract of their store, and the whole way over HTTP. */
@NullMarked
package org.xinheng.server.casework;

import org.jspecify.annotations.NullMarked;
