/**
 * The commands that need the server: demo, serve, import, check. No business of its own.
 */
@NullMarked
package org.xinheng.server.cli;

import org.jspecify.annotations.NullMarked;
