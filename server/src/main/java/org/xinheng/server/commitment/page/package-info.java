/** Pages and API of commitments: the public column, the signing organisation, the accepting body. */
@NullMarked
package org.xinheng.server.commitment.page;

import org.jspecify.annotations.NullMarked;
