/** Tests of who looked. */
@NullMarked
package org.xinheng.server.readings;

import org.jspecify.annotations.NullMarked;
