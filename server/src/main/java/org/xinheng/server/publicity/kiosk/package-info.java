/**
 * The portal on a terminal in a service hall (自助查询终端): large, by touch alone, without a session. It asks for codes only, keeps nothing, and
 * goes back to its first page by itself.
 */
@NullMarked
package org.xinheng.server.publicity.kiosk;

import org.jspecify.annotations.NullMarked;
