@NullMarked
package org.xinheng.server.access.second;

import org.jspecify.annotations.NullMarked;
