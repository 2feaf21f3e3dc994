/** Warnings for the bodies that subscribed, by page and API. */
@NullMarked
package org.xinheng.server.warning.page;

import org.jspecify.annotations.NullMarked;
