/** Pages of accounts and API clients. */
@NullMarked
package org.xinheng.server.administration.grant;

import org.jspecify.annotations.NullMarked;
