/** The commands of the server, as tests use them. */
@NullMarked
package org.xinheng.server.cli;

import org.jspecify.annotations.NullMarked;
