@NullMarked
package org.xinheng.server.seal;

import org.jspecify.annotations.NullMarked;
