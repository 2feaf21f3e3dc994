/**
 * The queue of wrong and duplicate codes for programs and on pages. Mends no code by itself.
 */
@NullMarked
package org.xinheng.server.organisation.quality;

import org.jspecify.annotations.NullMarked;
