package org.xinheng.server.measure.sight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;

/**
 * What was seen of one subject.
 *
 * @param at archive and register had come at least so far; whoever relies on it makes sure that they came no further
 * @param subject null when the code identifies nobody
 * @param records on which some measure could rest, those of entries merged into the subject included
 */
public record Sight(Positions at, @Nullable Subject subject, List<KnownRecord> records, Feeds feeds) {

    public Sight {
        records = List.copyOf(records);
    }

    /** The edition of the rules under which it was looked: what is judged on it is judged by that one. */
    public Policy policy() {
        return feeds.policy();
    }

    /** The same with the records alone that may be used on a day. */
    public Sight usable(LocalDate day) {
        return records.stream().allMatch(record -> record.usable(day))
                ? this
                : new Sight(
                        at,
                        subject,
                        records.stream().filter(record -> record.usable(day)).toList(),
                        feeds);
    }
}
