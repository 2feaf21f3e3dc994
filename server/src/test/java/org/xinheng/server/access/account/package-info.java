/** Accounts, clients and what is kept of their requests. */
@NullMarked
package org.xinheng.server.access.account;

import org.jspecify.annotations.NullMarked;
