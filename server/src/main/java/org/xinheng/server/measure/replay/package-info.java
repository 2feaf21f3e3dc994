/** Works answers out again from archive, register and rules of their moment, and says whether they are the same. Changes nothing. */
@NullMarked
package org.xinheng.server.measure.replay;

import org.jspecify.annotations.NullMarked;
