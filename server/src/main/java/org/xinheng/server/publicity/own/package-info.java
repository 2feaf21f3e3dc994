/** The organisation's own room: everything that stands or stood about it, and what it can do with each. Shows nobody another's file. */
@NullMarked
package org.xinheng.server.publicity.own;

import org.jspecify.annotations.NullMarked;
