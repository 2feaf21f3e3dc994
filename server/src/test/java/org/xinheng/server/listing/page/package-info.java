/** Tests of the words of proceedings. */
@NullMarked
package org.xinheng.server.listing.page;

import org.jspecify.annotations.NullMarked;
