package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval or review (事项) in which an organisation is checked.
 *
 * @param feeds record types whose sources must be fresh for an answer: a stale one gives STALE
 * @param toleratedLatePercent how many of a feed's sources may be late before the feed counts as stale, 0 to 100: none where
 *     the pack says nothing
 * @param decisions record type as which decisions in this matter are delivered; null where the pack names none: then nobody
 *     can say how many were checked before
 */
public record Matter(
        Rule rule,
        List<String> feeds,
        int toleratedLatePercent,
        @Nullable String decisions) {

    public Matter {
        feeds = List.copyOf(feeds);
    }

    public String id() {
        return rule.id();
    }
}
