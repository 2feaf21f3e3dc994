package org.xinheng.server.organisation.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.CodeQuality;
import org.xinheng.server.organisation.CodeQuality.Entry;
import org.xinheng.server.organisation.CodeResolution;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What API and pages share: whose entries an actor sees and settles, and that looking at them is logged. */
final class CodesDesk {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final CodeQuality queue;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    CodesDesk(CodeQuality queue, PolicyInForce inForce, AccessLog log, Clock clock) {
        this.queue = queue;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    CodeQuality queue() {
        return queue;
    }

    SourceScope seen(Actor actor) {
        return SourceScope.toSee(actor, inForce.policy(), today());
    }

    boolean maySettle(Actor actor, Entry entry) {
        SourceScope scope = SourceScope.toAct(actor, inForce.policy(), today());
        return scope.all() || (entry.source() != null && scope.covers(entry.source()));
    }

    CodeQuality.Page list(Actor actor, boolean open, @Nullable CodeFault fault, @Nullable Long after, int size) {
        note(actor);
        return queue.list(open, fault, seen(actor), after, size);
    }

    /** An entry that the actor may see; one that it may not see is not there. */
    Optional<Entry> find(Actor actor, long id) {
        SourceScope scope = seen(actor);
        Optional<Entry> entry =
                queue.find(id).filter(found -> scope.all() || (found.source() != null && scope.covers(found.source())));
        entry.ifPresent(_ -> note(actor));
        return entry;
    }

    private void note(Actor actor) {
        log.read(
                actor, "queue.codes", null, ReadingPurpose.of(seen(actor).all()).code());
    }

    /** What a settlement says, once it is checked; meaningful only when the check has not failed. */
    record Read(@Nullable CodeResolution outcome, String reason) {}

    Read read(Entry entry, @Nullable String outcome, @Nullable String reason, FormCheck check, Words words) {
        String chosen = check.choice("outcome", outcome, outcomes(entry.fault(), words));
        return new Read(
                chosen.isEmpty() ? null : CodeResolution.valueOf(chosen),
                check.reason("reason", reason, SHORTEST_REASON, LONGEST_REASON));
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    /** Ways in which such a question can end: value → title, in a fixed order. */
    static Map<String, String> outcomes(CodeFault fault, Words words) {
        Map<String, String> titles = new LinkedHashMap<>();
        Arrays.stream(CodeResolution.values())
                .filter(CodeResolution.of(fault)::contains)
                .forEach(outcome -> titles.put(outcome.name(), words.say(CodesText.of(outcome))));
        return titles;
    }

    String nameOf(@Nullable String source, Words words) {
        return source == null
                ? ""
                : inForce.policy()
                        .authority(source)
                        .map(authority -> words.say(authority.name()))
                        .orElse(source);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
