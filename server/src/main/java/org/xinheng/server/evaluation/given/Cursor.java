package org.xinheng.server.evaluation.given;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader came: a number of its feed, the epoch in which it read it, and a mark of the feed. Lines are dropped between epochs, so that whoever
 * stood before a dropped line is told to begin again instead of missing an end for ever.
 *
 * @param no 0 for the beginning, which is that of any feed
 */
record Cursor(int epoch, long no, String feed) {

    static final String BEGINNING = "0";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.(\\d{1,18})\\.([0-9a-f]{1,8})");

    /** Empty for whatever is no cursor. */
    static Optional<Cursor> read(String written) {
        if (written.equals(BEGINNING)) {
            return Optional.of(new Cursor(0, 0, ""));
        }
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Cursor(
                        Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /** In a feed. */
    static Cursor at(GivenStore.Feed feed, long no) {
        return new Cursor(feed.epoch(), no, mark(feed));
    }

    private static String mark(GivenStore.Feed feed) {
        return Integer.toHexString(feed.reader().hashCode());
    }

    /** Whether lines that this reader never saw may be gone. */
    boolean isBehind(GivenStore.Feed feed) {
        return no > 0 && epoch < feed.epoch() && no < feed.dropped();
    }

    /** Whether another feed gave it out. */
    boolean isOfAnother(GivenStore.Feed feed) {
        return no > 0 && !this.feed.equals(mark(feed));
    }

    /** Whether some feed can have given this cursor out, and this one if it is its. */
    boolean canBe(GivenStore.Feed feed) {
        return isOfAnother(feed) || (no <= feed.last() && epoch <= feed.epoch());
    }

    @Override
    public String toString() {
        return epoch + "." + no + "." + feed;
    }
}
