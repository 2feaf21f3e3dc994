/** From what was seen of a subject to the answer, and from the answer to its JSON. Reads and keeps nothing. */
@NullMarked
package org.xinheng.server.measure.answer;

import org.jspecify.annotations.NullMarked;
