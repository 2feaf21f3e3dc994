/**
 * Looks, at the start and from then on, whether rules began of which stored records have not heard, and has them judged anew.
 */
@NullMarked
package org.xinheng.server.archive.review;

import org.jspecify.annotations.NullMarked;
