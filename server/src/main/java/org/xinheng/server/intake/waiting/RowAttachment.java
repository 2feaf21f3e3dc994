package org.xinheng.server.intake.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.core.record.PublishGate;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.Publication;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Decision.Refused;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.intake.spool.FirstVersions;
import org.xinheng.server.intake.spool.FirstVersions.Days;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.intake.store.WaitingStore.Waiting;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Makes a waiting row a version of an organisation's record, inside the transaction of the decision. The gate decides anew:
 * rules and days went on while the row waited.
 */
final class RowAttachment {

    private final WaitingStore rows;
    private final TimelinessStore timeliness;
    private final Archive archive;
    private final PolicyInForce inForce;
    private final Clock clock;

    RowAttachment(WaitingStore rows, TimelinessStore timeliness, Archive archive, PolicyInForce inForce, Clock clock) {
        this.rows = rows;
        this.timeliness = timeliness;
        this.archive = archive;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The two sides of the archive that a link needs. */
    record Archive(RecordLoading loading, Holdings holdings) {}

    long nextActId() {
        return archive.loading().nextActId();
    }

    /** What is being tried. */
    private record Attempt(Waiting row, NewVersion version, RecordType type, long act, String ground, String actor) {}

    Decision attach(Waiting row, long organisationId, String ground, String actor) {
        var policy = inForce.policy();
        var type = policy.recordType(row.type());
        if (type.isEmpty()) {
            return new Refused(Refusal.TYPE_UNKNOWN, row.type());
        }
        var version = version(row, organisationId, type.get(), policy);
        var attempt = new Attempt(row, version, type.get(), nextActId(), ground, actor);
        var standing = archive.holdings().find(organisationId, version.recordId());
        if (standing.isPresent() && !standing.get().receivedAt().isBefore(row.receivedAt())) {
            // The same document came with the code since: what waited longer says nothing newer.
            return settled(attempt, standing.get());
        }
        var target = new RecordLoading.Delivery(attempt.act(), type.get().number(), row.source(), row.historical());
        var outcome =
                archive.loading().load(target, List.of(version)).getFirst().outcome();
        // Asked once our own version is in: its place in the chain keeps whoever comes now waiting for us.
        if (archive.holdings().isBeingLoaded(organisationId, version.recordId(), attempt.act())) {
            return Refused.of(Refusal.BEING_LOADED);
        }
        return switch (outcome) {
            case NEW, NUMBER_ELSEWHERE -> linked(attempt, false);
            case CORRECTION -> standing.isEmpty() ? Refused.of(Refusal.BEING_LOADED) : linked(attempt, true);
            case UNCHANGED -> standing.isEmpty() ? Refused.of(Refusal.BEING_LOADED) : settled(attempt, standing.get());
            case ENDED -> Refused.of(Refusal.RECORD_ENDED);
        };
    }

    private NewVersion version(Waiting row, long organisationId, RecordType type, Policy policy) {
        var usable = row.content();
        var content = Objects.requireNonNull(usable.content());
        var gate = PublishGate.under(policy, type);
        var values = CanonicalForm.of(type).values(usable.payload());
        return new NewVersion(
                organisationId,
                content.keyHash(),
                row.row(),
                content.decidedOn(),
                content.authority(),
                Publication.of(gate.decide(values, day(clock.instant()))),
                row.receivedAt(),
                usable.payload());
    }

    private Decision settled(Attempt attempt, RecordVersion standing) {
        note(attempt);
        return new Decision.StoodAlready(standing.address());
    }

    private Decision linked(Attempt attempt, boolean correction) {
        note(attempt);
        var row = attempt.row();
        var version = attempt.version();
        var position = archive.loading()
                .activate(
                        new Act(attempt.act(), Act.Kind.LINK, attempt.type().number(), row.source(), attempt.actor()));
        if (!correction && !row.historical()) {
            timeliness.add(
                    new TimelinessStore.Brought(attempt.act(), attempt.type().id(), row.source(), day(position.at())),
                    Map.of(
                            new Days(version.decidedOn(), day(row.receivedAt())),
                            FirstVersions.of(version, repairNotice(row))));
        }
        var record = archive.holdings()
                .find(version.organisationId(), version.recordId())
                .orElseThrow();
        return new Decision.Linked(position, record.address(), correction);
    }

    private static boolean repairNotice(Waiting row) {
        return Objects.requireNonNull(row.content().content()).repairNotice();
    }

    private void note(Attempt attempt) {
        rows.link(
                attempt.row(),
                attempt.version().organisationId(),
                attempt.act(),
                attempt.actor(),
                attempt.ground(),
                clock.instant());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
