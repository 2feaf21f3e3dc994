/** The port to the one window of repair (信用中国), and its default that writes files. */
@NullMarked
package org.xinheng.server.casework.port;

import org.jspecify.annotations.NullMarked;
