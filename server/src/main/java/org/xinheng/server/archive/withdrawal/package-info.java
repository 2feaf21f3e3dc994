/**
 * Withdrawal (撤回) of published decisions by the bodies that delivered them: the act, for programs and on pages. Decides nothing about the decision itself.
 */
@NullMarked
package org.xinheng.server.archive.withdrawal;

import org.jspecify.annotations.NullMarked;
