/** Guards over the whole project: what no single module's test would notice. */
@NullMarked
package org.xinheng.server.guards;

import org.jspecify.annotations.NullMarked;
