package org.xinheng.server.intake.waiting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.archive.LinkReversal;
import org.xinheng.server.archive.LinkReversal.Reversal;
import org.xinheng.server.archive.RecordLoading.Act;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRows.Decision;
import org.xinheng.server.intake.WaitingRows.Decision.Refused;
import org.xinheng.server.intake.WaitingRows.Refusal;
import org.xinheng.server.intake.WaitingRows.Target;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.intake.store.WaitingStore.Waiting;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.Subject;
import org.xinheng.server.policy.PolicyInForce;

/** What humans decide about waiting rows; each decision is one transaction that holds the row. */
final class RowDecisions {

    private final WaitingStore rows;
    private final Organisations organisations;
    private final RowAttachment attachment;
    private final LinkReversal reversal;
    private final Setting setting;

    RowDecisions(
            WaitingStore rows,
            Organisations organisations,
            RowAttachment attachment,
            LinkReversal reversal,
            Setting setting) {
        this.rows = rows;
        this.organisations = organisations;
        this.attachment = attachment;
        this.reversal = reversal;
        this.setting = setting;
    }

    /** Rules, time and transactions. */
    record Setting(PolicyInForce inForce, Clock clock, TransactionTemplate transaction) {}

    Decision link(Id id, Target target, String ground, String actor) {
        return deciding(id, row -> {
            if (!waits(row)) {
                return Refused.of(Refusal.NOT_WAITING);
            }
            var organisation = organisation(row, target);
            return organisation == 0
                    ? Refused.of(Refusal.NO_SUCH_ORGANISATION)
                    : attachment.attach(row, organisation, ground, actor);
        });
    }

    /** @return 0 when there is none */
    private long organisation(Waiting row, Target target) {
        return switch (target) {
            case Target.Known(long organisationId) ->
                organisations.find(organisationId).map(Organisation::id).orElse(0L);
            case Target.Coded(String typed) -> {
                var code = CodeReader.of(setting.inForce().policy().codes()).read(typed);
                var known = organisations.findByCode(code.normalised());
                if (known.isPresent()) {
                    yield known.get().id();
                }
                yield code.uscc().isPresent() && code.verdict() == Verdict.VALID
                        ? subject(code.normalised(), row).id()
                        : 0;
            }
        };
    }

    private Subject subject(String code, Waiting row) {
        return Objects.requireNonNull(organisations
                .openStubs(Map.of(code, row.content().name()), row.deliveryId())
                .get(code));
    }

    Decision confirmCode(Id id, String ground, String actor) {
        return deciding(id, row -> {
            var code = row.content().code();
            if (!waits(row)) {
                return Refused.of(Refusal.NOT_WAITING);
            }
            if (row.cause() != RowCause.CHECK_CHARACTER || code == null) {
                return Refused.of(Refusal.NOTHING_TO_CONFIRM);
            }
            var subject = subject(code, row);
            if (!subject.nameKeys().contains(OrganisationName.key(row.content().name()))) {
                var held = organisations.labels(List.of(subject.id())).get(subject.id());
                return new Refused(Refusal.OTHER_NAME, held == null ? code : held.name());
            }
            return attachment.attach(row, subject.id(), ground, actor);
        });
    }

    Decision unlink(Id id, String ground, String actor) {
        return deciding(id, row -> {
            var organisation = row.organisationId();
            var link = row.actId();
            if (organisation == null || link == null) {
                return Refused.of(Refusal.NOT_LINKED);
            }
            var type = setting.inForce().policy().recordType(row.type());
            if (type.isEmpty()) {
                return new Refused(Refusal.TYPE_UNKNOWN, row.type());
            }
            var act =
                    new Act(attachment.nextActId(), Act.Kind.UNLINK, type.get().number(), row.source(), actor);
            var key = Objects.requireNonNull(row.content().content()).keyHash();
            return switch (reversal.takeBack(act, link, organisation, key)) {
                case Reversal.Done _, Reversal.NothingBrought _ -> {
                    rows.link(
                            row, null, act.id(), actor, ground, setting.clock().instant());
                    yield new Decision.Unlinked();
                }
                case Reversal.LaterVersion _ -> Refused.of(Refusal.LATER_VERSION);
                case Reversal.Ended _ -> Refused.of(Refusal.RECORD_ENDED);
            };
        });
    }

    Decision giveBack(Id id, String reason, String actor) {
        return deciding(id, row -> {
            if (!waits(row)) {
                return Refused.of(Refusal.NOT_WAITING);
            }
            rows.giveBack(row, actor, reason, setting.clock().instant());
            return new Decision.Returned();
        });
    }

    private static boolean waits(Waiting row) {
        return row.organisationId() == null && !row.returned();
    }

    /** A delivery that took the record's next place at the same moment goes first: nothing of the decision remains. */
    private Decision deciding(Id id, Function<Waiting, Decision> decide) {
        try {
            return decided(id, decide);
        } catch (DuplicateKeyException e) {
            return Refused.of(Refusal.BEING_LOADED);
        }
    }

    /** A refusal leaves nothing behind. */
    private Decision decided(Id id, Function<Waiting, Decision> decide) {
        return Objects.requireNonNull(setting.transaction().execute(status -> {
            var decision =
                    rows.hold(id.deliveryId(), id.row()).map(decide).orElseGet(() -> Refused.of(Refusal.NO_SUCH_ROW));
            if (decision instanceof Refused) {
                status.setRollbackOnly();
            }
            return decision;
        }));
    }
}
