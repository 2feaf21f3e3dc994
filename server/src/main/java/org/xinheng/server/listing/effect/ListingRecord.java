package org.xinheng.server.listing.effect;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.DecidedRow;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * The record that a listing becomes: a row of the list's record type, checked and gated exactly as a delivered one, so that
 * portal, search, checks and measures need to know of no second kind of listing.
 */
public final class ListingRecord {

    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final Clock clock;

    public ListingRecord(PolicyInForce inForce, Organisations organisations, Clock clock) {
        this.inForce = inForce;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What the row became. */
    public sealed interface Built {

        record Fit(RecordType type, NewVersion version) implements Built {}

        /** The list has no records: a tag. */
        record None() implements Built {}

        /** @param codes of the findings, or of the gate's reasons */
        record Unfit(List<String> codes) implements Built {}
    }

    /** @param decision to list, whether it was signed already or is about to be */
    public Built build(Proceeding proceeding, Act.Decide decision) {
        Policy policy = inForce.policy();
        ListRule list = policy.instruments().list(proceeding.list()).orElseThrow();
        String typeId = list.scope().recordType();
        if (list.nature() == ListRule.Nature.WATCH || typeId == null) {
            return new Built.None();
        }
        RecordType type = policy.recordType(typeId).orElseThrow();
        Authority authority = policy.authority(proceeding.authority()).orElseThrow();
        Organisation party =
                organisations.find(proceeding.subject().organisation()).orElseThrow();
        Act.Propose proposal = (Act.Propose) proceeding.steps().getFirst().act();
        Source source = new Source(list, proposal, decision, party, authority);
        @Nullable
        String[] cells =
                type.fields().stream().map(field -> cell(field.role(), source)).toArray(String[]::new);
        DecidedRow row = new DecidedRow(type, policy, proceeding.subject().organisation(), authority.code());
        return switch (row.read(cells, clock.instant(), clock.getZone())) {
            case DecidedRow.Read.Fit(NewVersion version) -> new Built.Fit(type, version);
            case DecidedRow.Read.Unfit(List<String> codes) -> new Built.Unfit(codes);
        };
    }

    private record Source(
            ListRule list, Act.Propose proposal, Act.Decide decision, Organisation party, Authority authority) {}

    private static @Nullable String cell(Field.Role role, Source from) {
        return switch (role) {
            case SUBJECT_NAME -> from.party().name();
            case SUBJECT_CODE -> from.party().code();
            case DOCUMENT_NUMBER -> from.decision().document();
            case DOCUMENT_TITLE -> from.list().rule().title().zh();
            case KIND -> from.proposal().kind();
            case CONDUCT -> from.proposal().facts();
            case LEGAL_BASIS -> from.proposal().law();
            case CONTENT -> from.proposal().measures();
            case DECIDED_ON -> from.decision().on().toString();
            case VALID_TO ->
                from.decision().until() == null ? null : from.decision().until().toString();
            case AUTHORITY_NAME, SOURCE_NAME -> from.authority().name().zh();
            case AUTHORITY_CODE, SOURCE_CODE -> from.authority().code();
            default -> null;
        };
    }
}
