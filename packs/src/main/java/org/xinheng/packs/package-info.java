/**
 * Reads policy packs (规则包): folders of small YAML and CSV files that a clerk can edit become one checked
 * {@link org.xinheng.core.policy.Policy}, or a list of faults that each name file, line, column and what to do.
 *
 * <p>Not a judge: it never decides a case, and nothing of it is needed once the policy is loaded.
 */
@NullMarked
package org.xinheng.packs;

import org.jspecify.annotations.NullMarked;
