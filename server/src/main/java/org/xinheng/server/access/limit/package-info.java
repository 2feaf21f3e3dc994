/** How many requests one address may make in a span of time. Knows nobody by name. */
@NullMarked
package org.xinheng.server.access.limit;

import org.jspecify.annotations.NullMarked;
