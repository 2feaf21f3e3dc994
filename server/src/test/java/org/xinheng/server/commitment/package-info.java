@NullMarked
package org.xinheng.server.commitment;

import org.jspecify.annotations.NullMarked;
