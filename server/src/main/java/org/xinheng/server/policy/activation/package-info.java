/**
 * Editions of packs and their coming into force: kept, proposed, approved, switched at the beginning of their day. Judges
 * nothing by them.
 */
@NullMarked
package org.xinheng.server.policy.activation;

import org.jspecify.annotations.NullMarked;
