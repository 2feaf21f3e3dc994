/** The shell by itself. */
@NullMarked
package org.xinheng.server.web;

import org.jspecify.annotations.NullMarked;
