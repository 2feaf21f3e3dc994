/**
 * The rule packs for the credit office and for programs: what is in force, what comes, what a pack would change, and the two
 * persons who switch it on. Decides nothing by itself.
 */
@NullMarked
package org.xinheng.server.policy.page;

import org.jspecify.annotations.NullMarked;
