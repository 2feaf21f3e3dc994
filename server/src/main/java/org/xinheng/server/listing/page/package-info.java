/** Pages and API of proceedings: for officers, heads, the credit office, and the organisation itself. */
@NullMarked
package org.xinheng.server.listing.page;

import org.jspecify.annotations.NullMarked;
