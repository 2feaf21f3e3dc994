/**
 * Lists of organisations as the public sees them: severe lists, honours, and the acts of the administration. What stands there follows
 * from the records that may be shown on the day; keeps nothing.
 */
@NullMarked
package org.xinheng.server.publicity.lists;

import org.jspecify.annotations.NullMarked;
