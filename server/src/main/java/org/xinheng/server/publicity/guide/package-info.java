/** Pages that explain: what the platform is, how to object, how to repair, how to use it. They show rules of the pack, no data. */
@NullMarked
package org.xinheng.server.publicity.guide;

import org.jspecify.annotations.NullMarked;
