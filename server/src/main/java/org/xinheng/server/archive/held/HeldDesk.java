package org.xinheng.server.archive.held;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.archive.HeldRecords;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.TodayOffer;
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

    /** What waits, of those that mend or watch. */
    List<TodayOffer.Queue> queues(Actor actor) {
        if (!actor.may(Permission.OVERSEE)
                && !actor.may(Permission.DELIVER)
                && !actor.may(Permission.DELIVER_FOR_ALL)) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        SourceScope scope = SourceScope.toSee(actor, inForce.policy(), today);
        return List.of(TodayOffer.Queue.of(HeldText.TITLE, HeldPage.PATH, records.held(scope)));
    }

    /** Publications that end, for those who deliver or watch. */
    List<EndingOffer.Ending> endings(Actor actor, LocalDate from, LocalDate until) {
        SourceScope scope = SourceScope.toSee(actor, inForce.policy(), from);
        return new RecordLines(inForce.policy(), organisations)
                .of(records.ending(scope, from, until, ListPlan.MOST)).stream()
                        .map(line -> new EndingOffer.Ending(
                                words -> words.say(HeldText.PUBLICATION),
                                line.what(),
                                Optional.ofNullable(line.party())
                                        .map(OrganisationLabel::name)
                                        .orElse(""),
                                line.source(),
                                Objects.requireNonNull(
                                        Objects.requireNonNull(line.version().window())
                                                .last()),
                                "/records/" + line.address()))
                        .toList();
    }

    Policy policy() {
        return inForce.policy();
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
