package org.xinheng.server.measure.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.measure.Consequence;
import org.xinheng.core.policy.Matter;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.answer.CheckAnswer;
import org.xinheng.server.measure.answer.CheckRules;
import org.xinheng.server.measure.answer.Judge;
import org.xinheng.server.measure.sight.KnownRecord;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.measure.sight.Sights;
import org.xinheng.server.measure.sight.Subject;
import org.xinheng.server.policy.FromPolicy;

/**
 * Imprints of what an answer says of a subject: identity, measures and the records behind them, with their marks, and whether
 * nothing can be said for now because a source is late. Two answers of one imprint differ in their time and in how fresh the sources
 * were otherwise, and in nothing else. Nothing of what was seen can be read from one.
 */
final class Imprints {

    private static final int ATTEMPTS = 20;
    private static final int LENGTH = 16;
    /** An answer that is not late has no mark: its imprint is the one that was kept before lateness was told. */
    private static final String LATE = "late";

    private static final char NEXT = '\u001F';

    private final Sights sights;
    private final FromPolicy<CheckRules> rules;
    private final Clock clock;

    Imprints(Sights sights, FromPolicy<CheckRules> rules, Clock clock) {
        this.sights = sights;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param organisation whom the code identified; null for nobody */
    @SuppressWarnings("ArrayRecordComponent")
    record Imprint(@Nullable Long organisation, byte[] bytes) {}

    /**
     * @param matter id; once the rules know it no more, that is what is imprinted
     * @param least positions that must have been seen
     * @throws org.springframework.dao.DataAccessException when they cannot be seen
     */
    Imprint of(CodeFinding code, String matter, Positions least) {
        Sight sight = look(code, least);
        Subject subject = sight.subject();
        Long organisation = subject == null ? null : subject.id();
        Matter known = sight.policy().matters().get(matter);
        if (known == null || !known.rule().validity().covers(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            return new Imprint(organisation, hash(new StringBuilder("no such matter")));
        }
        CheckAnswer answer = rules.of(sight.policy()).judge().judge(new Question(code, known, "", "", ""), sight);
        return new Imprint(organisation, hash(written(answer)));
    }

    /**
     * The matters in which a source is later than promised, by id, in order: as long as they are the same, no answer becomes
     * {@link CheckOutcome#STALE} or ceases to be so because something was heard or the day changed.
     *
     * @param code any; whom it identifies makes no difference
     * @throws org.springframework.dao.DataAccessException when it cannot be seen
     */
    String lateMatters(CodeFinding code, Positions least) {
        Sight sight = look(code, least);
        Judge judge = rules.of(sight.policy()).judge();
        return sight.policy().matters().values().stream()
                .filter(matter -> judge.judge(new Question(code, matter, "", "", ""), sight).feeds().stream()
                        .anyMatch(CheckAnswer.Feed::stale))
                .map(Matter::id)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Sight look(CodeFinding code, Positions least) {
        Sight sight = sights.look(code);
        for (int attempt = 1; behind(sight.at(), least); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new TransientDataAccessResourceException("what changed could not be seen in time");
            }
            sight = sights.lookPast(sight.at(), code);
        }
        return sight;
    }

    private static boolean behind(Positions seen, Positions least) {
        return seen.archive() < least.archive() || seen.register() < least.register();
    }

    private static StringBuilder written(CheckAnswer answer) {
        StringBuilder text = new StringBuilder();
        Subject subject = answer.sight().subject();
        if (subject != null) {
            add(text, subject.id(), subject.code(), subject.name(), subject.category(), subject.state());
            add(text, subject.registered());
        }
        for (Consequence consequence : answer.consequences()) {
            var measure = consequence.measure();
            add(text, measure.id(), measure.duty(), measure.effect(), consequence.until());
            for (Consequence.Reason reason : consequence.reasons()) {
                KnownRecord record = answer.sight().records().get(reason.ground());
                add(text, record.label().address(), record.version(), reason.until());
                for (RecordMark mark : record.marks()) {
                    add(text, mark.kind().id(), mark.from());
                }
            }
        }
        if (answer.outcome() == CheckOutcome.STALE) {
            add(text, LATE);
        }
        return text;
    }

    private static void add(StringBuilder text, @Nullable Object... parts) {
        for (Object part : parts) {
            text.append(part).append(NEXT);
        }
    }

    private static byte[] hash(StringBuilder text) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
