/**
 * The one guarded door to a list (名单认定): which act may follow which, by whom, on which day, until when. Lists nobody itself and
 * writes nothing: it says yes with what follows, or no with the rule.
 */
@NullMarked
package org.xinheng.core.listing;

import org.jspecify.annotations.NullMarked;
