/** Grants are signed, read and revoked as an organisation and a bank would. */
@NullMarked
package org.xinheng.server.consent.store;

import org.jspecify.annotations.NullMarked;
