@NullMarked
package org.xinheng.server.access.limit;

import org.jspecify.annotations.NullMarked;
