package org.xinheng.server.archive.held;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.archive.HeldRecords;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.Words;

/** What API and page share. */
final class HeldDesk {

    private final HeldRecords records;
    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final AccessLog log;
    private final Clock clock;

    HeldDesk(HeldRecords records, PolicyInForce inForce, Organisations organisations, AccessLog log, Clock clock) {
        this.records = records;
        this.inForce = inForce;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
    }

    /** @param held how many are held in all */
    record Lines(long held, List<HeldLine> lines, @Nullable String next) {}

    Lines list(Actor actor, Kind kind, @Nullable String after, int size, Words words) {
        Policy policy = inForce.policy();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        SourceScope scope = SourceScope.toSee(actor, policy, today);
        log.read(actor, "queue.held", null, ReadingPurpose.of(scope.all()).code());
        HeldRecords.Page page = records.list(kind, scope, today, after, size);
        List<HeldLine> lines = new RecordLines(policy, organisations)
                .of(page.records()).stream()
                        .map(line -> HeldLine.of(line, kind, policy, words))
                        .toList();
        return new Lines(records.held(scope), lines, page.next());
    }
}
