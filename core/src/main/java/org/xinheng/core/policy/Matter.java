package org.xinheng.core.policy;

import java.util.List;

/**
 * An approval or review (事项) in which an organisation is checked.
 *
 * @param feeds record types whose sources must be fresh for an answer: a stale one gives STALE
 */
public record Matter(Rule rule, List<String> feeds) {

    public Matter {
        feeds = List.copyOf(feeds);
    }

    public String id() {
        return rule.id();
    }
}
