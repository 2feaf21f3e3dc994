@NullMarked
package org.xinheng.server.voluntary;

import org.jspecify.annotations.NullMarked;
