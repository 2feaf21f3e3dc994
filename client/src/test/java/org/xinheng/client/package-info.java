/** The client against servers that lie, stop, stall and refuse. */
@NullMarked
package org.xinheng.client;

import org.jspecify.annotations.NullMarked;
