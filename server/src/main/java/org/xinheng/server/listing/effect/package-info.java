/** What an act brings about, in the transaction of the act: documents served, the record in the archive, its end. */
@NullMarked
package org.xinheng.server.listing.effect;

import org.jspecify.annotations.NullMarked;
