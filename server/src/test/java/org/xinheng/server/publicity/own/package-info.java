@NullMarked
package org.xinheng.server.publicity.own;

import org.jspecify.annotations.NullMarked;
