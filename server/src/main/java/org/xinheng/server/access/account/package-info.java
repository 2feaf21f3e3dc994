/** What is stored about who may do what: accounts, clients, tokens by hash, revocations, the log of reads. Judges no request. */
@NullMarked
package org.xinheng.server.access.account;

import org.jspecify.annotations.NullMarked;
