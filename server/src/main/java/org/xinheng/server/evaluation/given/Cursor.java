package org.xinheng.server.evaluation.given;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a reader came: a number of its feed, and the epoch in which it read it. Lines are dropped between epochs, so that whoever
 * stood before a dropped line is told to begin again instead of missing an end for ever.
 *
 * @param no 0 for the beginning
 */
record Cursor(int epoch, long no) {

    static final String BEGINNING = "0";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.(\\d{1,18})");

    /** Empty for whatever is no cursor. */
    static Optional<Cursor> read(String written) {
        if (written.equals(BEGINNING)) {
            return Optional.of(new Cursor(0, 0));
        }
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Cursor(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether lines that this reader never saw may be gone. */
    boolean isBehind(GivenStore.Feed feed) {
        return no > 0 && epoch < feed.epoch() && no < feed.dropped();
    }

    /** Whether the feed can have given this cursor out. */
    boolean isOf(GivenStore.Feed feed) {
        return no <= feed.last() && epoch <= feed.epoch();
    }

    @Override
    public String toString() {
        return epoch + "." + no;
    }
}
