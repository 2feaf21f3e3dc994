/** The product as a process: killed, stopped, started twice; and what it leaves on the disk. */
@NullMarked
package org.xinheng.server.crash;

import org.jspecify.annotations.NullMarked;
