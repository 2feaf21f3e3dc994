package org.xinheng.server.commitment.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** What a chapter says of a commitment: when and to whom it was given, how it was kept, and how long a breach is shown. */
final class CommitmentFacts {

    private CommitmentFacts() {}

    /** @param own whether its giver reads, who is told its stage as well */
    static List<String> of(Promise promise, boolean own, CommitmentDesk desk, Words words) {
        Formats formats = new Formats(words.language());
        List<String> facts = new ArrayList<>();
        facts.add(words.say(
                CommitmentText.CHAPTER_SIGNED,
                promise.number(),
                formats.day(promise.signedOn()),
                desk.nameOf(promise.authority(), words)));
        if (own) {
            facts.add(CommitmentText.of(promise.stage(), words));
        }
        Performance found = promise.published();
        if (found != null) {
            facts.add(words.say(CommitmentText.CHAPTER_PERFORMANCE, CommitmentText.of(found, words)));
        }
        LocalDate until = promise.breachUntil(desk.today());
        if (until != null) {
            facts.add(words.say(CommitmentText.CHAPTER_BROKEN, formats.day(until)));
        }
        return facts;
    }
}
