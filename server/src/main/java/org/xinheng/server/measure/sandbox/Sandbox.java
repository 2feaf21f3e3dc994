package org.xinheng.server.measure.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Ground;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.answer.CheckAnswer;
import org.xinheng.server.measure.answer.CheckRules;
import org.xinheng.server.measure.sandbox.Canned.Behaviour;
import org.xinheng.server.measure.sandbox.Canned.Known;
import org.xinheng.server.measure.sight.Feeds;
import org.xinheng.server.measure.sight.KnownRecord;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.measure.sight.Subject;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.seal.SigningKey;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/**
 * Answers questions about made-up organisations. An answer says of itself that it is an exercise, is signed with a key that no verifier
 * of receipts knows, and is not kept: no replay, no feedback and no rate ever meets it.
 */
public final class Sandbox {

    private static final String ASKED = "check.sandbox";
    private static final String HEAD = "{\"receiptId\":\"";

    private final Canned canned;
    private final PolicyInForce inForce;
    private final FromPolicy<CheckRules> rules;
    private final SigningKey key;
    private final AccessLog log;
    private final Clock clock;
    private final Settings settings;
    private final Semaphore slow;
    private final AtomicLong next = new AtomicLong(1);

    /**
     * @param delay how late a slow answer comes
     * @param slowAtOnce so many requests may be made to wait; another is told to come again
     */
    public record Settings(Duration delay, int slowAtOnce) {}

    /** What answers are made with. */
    record Means(Canned canned, PolicyInForce inForce, SigningKey key, AccessLog log, Clock clock) {}

    Sandbox(Means means, Settings settings) {
        this.canned = means.canned();
        this.inForce = means.inForce();
        this.key = means.key();
        this.log = means.log();
        this.clock = means.clock();
        this.rules = new FromPolicy<>(inForce, policy -> CheckRules.of(policy, clock));
        this.settings = settings;
        this.slow = new Semaphore(settings.slowAtOnce());
    }

    /** What a question about one of them gets. */
    public sealed interface Exercise {

        /**
         * @param answer JSON; not whole where that is what is exercised; owned by this
         * @param proof by the key of exercises
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Answered(byte[] answer, String proof) implements Exercise {}

        /** As when the platform cannot answer. */
        record Unavailable() implements Exercise {}
    }

    public SigningKey key() {
        return key;
    }

    /**
     * @param language of the sentences in the answer
     * @throws org.springframework.dao.DataAccessException when it cannot be logged
     */
    public Exercise ask(Question question, Actor actor, Language language) {
        log.read(actor, ASKED, null, question.purpose());
        Known known = canned.find(question.code().normalised()).orElse(null);
        Behaviour behaviour = known == null ? Behaviour.AS_IT_STANDS : known.answer();
        return switch (behaviour) {
            case AS_IT_STANDS, STALE -> answered(question, known, actor, language);
            case UNAVAILABLE -> new Exercise.Unavailable();
            case SLOW -> waited() ? answered(question, known, actor, language) : new Exercise.Unavailable();
            case MALFORMED -> {
                Exercise.Answered whole = answered(question, known, actor, language);
                String text = new String(whole.answer(), StandardCharsets.UTF_8);
                yield new Exercise.Answered(
                        text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8), whole.proof());
            }
        };
    }

    private boolean waited() {
        if (!slow.tryAcquire()) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(settings.delay().toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            slow.release();
        }
    }

    private Exercise.Answered answered(Question question, @Nullable Known known, Actor actor, Language language) {
        Policy policy = inForce.policy();
        CheckRules edition = rules.of(policy);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CheckAnswer answer = edition.judge().judge(question, sight(known, policy, now), now);
        byte[] written = edition.json().write(next.getAndIncrement(), answer, actor, language);
        String text = new String(written, StandardCharsets.UTF_8);
        // Said before anything else, and in the number itself: whatever keeps only a part keeps this.
        byte[] marked = ("{\"sandbox\":true,\"sandboxNotice\":\""
                        + Words.in(language).say(SandboxText.NOTICE) + "\",\"receiptId\":\"SANDBOX-"
                        + text.substring(HEAD.length()))
                .getBytes(StandardCharsets.UTF_8);
        return new Exercise.Answered(marked, proof(marked));
    }

    private String proof(byte[] answer) {
        ReceiptTree tree = ReceiptTree.of(List.of(answer));
        byte[] signature = key.sign(ReceiptProof.statement(key.id(), tree.size(), tree.root()));
        return new ReceiptProof(key.id(), tree.size(), 0, tree.path(0), signature).text();
    }

    private Sight sight(@Nullable Known known, Policy policy, Instant now) {
        boolean stale = known != null && known.answer() == Behaviour.STALE;
        Instant heard = stale ? now.minus(Duration.ofDays(canned.feedsHeardDaysAgo())) : now;
        Feeds feeds = Feeds.allHeard(policy, heard, clock.getZone());
        Positions nowhere = new Positions(0, 0);
        if (known == null) {
            return new Sight(nowhere, null, List.of(), feeds);
        }
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        List<KnownRecord> records = IntStream.range(0, known.records().size())
                .mapToObj(i -> record(known.records().get(i), known.code() + "-" + i, today))
                .toList();
        return new Sight(nowhere, Subject.madeUp(known.code(), known.name(), policy), records, feeds);
    }

    private static KnownRecord record(Canned.Finding finding, String name, LocalDate today) {
        return new KnownRecord(
                new Ground(
                        finding.type(),
                        today.minusDays(finding.decidedDaysAgo()),
                        finding.kinds(),
                        finding.fineYuan(),
                        null),
                new KnownRecord.Body(finding.authorityCode(), finding.authority()),
                null,
                1,
                new KnownRecord.Label("sandbox-" + name, finding.number()),
                List.of());
    }
}
