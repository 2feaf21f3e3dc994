package org.xinheng.server.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.DecidedRow;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Delivery;
import org.xinheng.server.archive.RecordLoading.Outcome;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The record of a commitment that was signed here (信用承诺信息), so that page, checks, evaluation, reports and consent know of no second
 * kind of commitment. It is derived from the steps, in the transaction of each: what changes is a new version. It says nothing of a
 * finding before its decision, and what came to nothing is closed to the public.
 */
final class CommitmentRecords {

    /** Record type of commitments, delivered or signed here. */
    static final String TYPE = "commitment";

    /** Spelling of the code list of openness for what nobody outside sees. */
    private static final String CLOSED = "closed";

    private final Records archive;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    CommitmentRecords(Records archive, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.archive = archive;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The sides of the archive that a commitment needs. */
    record Records(RecordLoading loading, Archive archive, Holdings holdings) {}

    /**
     * Brings the record to where the commitment stands. A catalogue without such records gets none.
     *
     * @throws RecordUnfit when the row or its record does not take it
     */
    void follow(Promise promise, CommitmentItem item) {
        Policy policy = inForce.policy();
        RecordType type = policy.recordType(TYPE).orElse(null);
        if (type == null) {
            return;
        }
        Authority body = policy.authority(promise.authority()).orElseThrow();
        DecidedRow row = new DecidedRow(type, policy, promise.giver().organisation(), body.code());
        switch (row.read(cells(type, promise, item, body), clock.instant(), clock.getZone())) {
            case DecidedRow.Read.Unfit(List<String> codes) -> throw new RecordUnfit(codes);
            case DecidedRow.Read.Fit(NewVersion version) -> bring(promise, type, version);
        }
    }

    private void bring(Promise promise, RecordType type, NewVersion version) {
        Step step = promise.steps().getLast();
        String actor = step.by().name();
        if (step.act() instanceof Act.Repair repair) {
            archive.holdings()
                    .find(version.organisationId(), version.recordId())
                    .map(RecordVersion::address)
                    .ifPresent(
                            address -> archive.archive().end(address, Ending.REPAIRED, repair.document(), "", actor));
            return;
        }
        String source = version.authority();
        long id = archive.loading().nextActId();
        Outcome outcome = archive.loading()
                .load(new Delivery(id, type.number(), source, false), List.of(version))
                .getFirst()
                .outcome();
        boolean signed = step.act() instanceof Act.Sign;
        if (outcome == Outcome.ENDED || (signed && outcome != Outcome.NEW)) {
            throw new RecordUnfit(List.of(signed ? "number-taken" : "record-ended"));
        }
        if (outcome != Outcome.UNCHANGED) {
            archive.loading()
                    .activate(
                            new RecordLoading.Act(id, RecordLoading.Act.Kind.COMMITMENT, type.number(), source, actor));
        }
    }

    private @Nullable String[] cells(RecordType type, Promise promise, CommitmentItem item, Authority body) {
        Organisation party = organisations.find(promise.giver().organisation()).orElseThrow();
        Finding finding = Finding.of(promise);
        return type.fields().stream()
                .map(field -> switch (field.role()) {
                    case SUBJECT_NAME -> party.name();
                    case SUBJECT_CODE -> party.code();
                    case DOCUMENT_NUMBER -> promise.number();
                    case DOCUMENT_TITLE -> item.rule().title().zh();
                    case KIND -> item.kind();
                    case CONTENT -> promise.signed().statement();
                    case LIABILITY -> item.liability().zh();
                    case DECIDED_ON -> promise.signedOn().toString();
                    case VALID_TO -> written(validTo(promise));
                    case PERFORMANCE, SHORTFALL, CONSEQUENCE, FOUND_ON ->
                        finding.cells().get(field.role());
                    case AUTHORITY_NAME, SOURCE_NAME -> body.name().zh();
                    case AUTHORITY_CODE, SOURCE_CODE -> body.code();
                    case STATUS -> closed(promise) ? CLOSED : item.openness();
                    default -> null;
                })
                .toArray(String[]::new);
    }

    /** A breach is shown for its window, which ends it; else a commitment stands as long as it was given for. */
    private static @Nullable LocalDate validTo(Promise promise) {
        return promise.stage() == Stage.BROKEN
                ? promise.last(Act.Kind.DECIDE).map(Step::due).orElse(null)
                : promise.signed().until();
    }

    /** No rule orders those of individual businesses published; to use the ordinary procedure is no blemish. */
    private static boolean closed(Promise promise) {
        return promise.giver().kind() == SubjectKind.INDIVIDUAL_BUSINESS
                || promise.stage() == Stage.WITHDRAWN
                || promise.stage() == Stage.LAPSED;
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Whether a record stands for a commitment that was signed here. @param signed whether such a number was given here */
    boolean stands(long organisation, long recordId, Predicate<String> signed) {
        RecordVersion record = archive.holdings().find(organisation, recordId).orElse(null);
        return record != null
                && record.type().equals(TYPE)
                && inForce.policy()
                        .recordType(TYPE)
                        .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                        .map(field -> record.values().get(field.name()))
                        .filter(signed)
                        .isPresent();
    }

    /** What was found for good, by the role of the field that says it. */
    private record Finding(Map<Field.Role, String> cells) {

        static Finding of(Promise promise) {
            return new Finding(
                    switch (promise.stage()) {
                        case FULFILLED -> Map.of(Field.Role.PERFORMANCE, spelling(Performance.FULFILLED));
                        case BROKEN -> broken(promise);
                        case PAPERS_OWED, RUNNING, CHARGED, WITHDRAWN, LAPSED, REPAIRED -> Map.of();
                    });
        }

        private static Map<Field.Role, String> broken(Promise promise) {
            Act.Review review =
                    (Act.Review) promise.last(Act.Kind.REVIEW).orElseThrow().act();
            Act.Notify notice =
                    (Act.Notify) promise.last(Act.Kind.NOTIFY).orElseThrow().act();
            Step decision = promise.last(Act.Kind.DECIDE).orElseThrow();
            return Map.of(
                    Field.Role.PERFORMANCE, spelling(review.performance()),
                    Field.Role.SHORTFALL, notice.facts(),
                    Field.Role.CONSEQUENCE, notice.measures(),
                    Field.Role.FOUND_ON, decision.on().toString());
        }

        /** As the code list of performances spells it among its aliases. */
        private static String spelling(Performance performance) {
            return performance.name().toLowerCase(Locale.ROOT);
        }
    }
}
