/** Cases for programs. */
@NullMarked
package org.xinheng.server.casework.rest;

import org.jspecify.annotations.NullMarked;
