package org.xinheng.core.policy;

import java.util.List;

/**
 * An approval or review (事项) in which an organisation is checked.
 *
 * @param feeds record types whose sources must be fresh for an answer: a stale one gives STALE
 * @param toleratedLatePercent how many of a feed's sources may be late before the feed counts as stale, 0 to 100: none where
 *     the pack says nothing
 */
public record Matter(Rule rule, List<String> feeds, int toleratedLatePercent) {

    public Matter {
        feeds = List.copyOf(feeds);
    }

    public String id() {
        return rule.id();
    }
}
