package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.ExpectedFeed;

/** Reads {@code feeds.yaml}: which bodies have to deliver which record types in which cycle (应报送单位). */
final class FeedReader {

    /** Written out, so that a forgotten list never reads as everybody. */
    private static final List<String> EVERY_BODY = List.of("all");

    private final Reading reading;

    FeedReader(Reading reading) {
        this.reading = reading;
    }

    List<ExpectedFeed> read(Block document) {
        List<ExpectedFeed> feeds = new ArrayList<>();
        for (Block block : document.blocks("feeds")) {
            List<String> sources = block.texts("sources");
            List<String> types = block.texts("record-types");
            if (sources.isEmpty() || types.isEmpty()) {
                reading.faults().add(block.node(), "key.missing", sources.isEmpty() ? "sources" : "record-types");
            }
            feeds.add(new ExpectedFeed(
                    reading.rule(block, "feed-of." + block.text("id")),
                    types,
                    sources.equals(EVERY_BODY) ? List.of() : sources,
                    block.textOrNull("cycle")));
            block.end();
        }
        document.end();
        return feeds;
    }
}
