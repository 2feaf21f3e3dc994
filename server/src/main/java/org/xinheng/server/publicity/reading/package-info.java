/** Turns stored record versions into what a reader may see of them: public fields only, with titles from the pack. Decides nothing. */
@NullMarked
package org.xinheng.server.publicity.reading;

import org.jspecify.annotations.NullMarked;
