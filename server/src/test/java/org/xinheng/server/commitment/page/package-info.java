@NullMarked
package org.xinheng.server.commitment.page;

import org.jspecify.annotations.NullMarked;
