package org.xinheng.server.listing.effect;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Chain;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Proceeding.RecordEnd;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;
import org.xinheng.server.archive.RecordLoading.Outcome;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.listing.Listed;
import org.xinheng.server.listing.Removed;
import org.xinheng.server.listing.effect.ListingRecord.Built;
import org.xinheng.server.listing.store.Effects;

/**
 * A served decision becomes a record and gets its position; a removal or revocation ends the record, at once: whoever reads
 * archive or measures sees both in the same moment as the proceeding.
 */
public final class ListingEffects implements Effects {

    private static final String REVOKED = "revoked";

    private final ListingRecord records;
    private final ListingDocuments documents;
    private final Records archive;
    private final ApplicationEventPublisher events;

    public ListingEffects(
            ListingRecord records, ListingDocuments documents, Records archive, ApplicationEventPublisher events) {
        this.records = records;
        this.documents = documents;
        this.archive = archive;
        this.events = events;
    }

    /** The sides of the archive that a listing needs. */
    public record Records(RecordLoading loading, Archive archive, Holdings holdings) {}

    private record Loaded(long actId, RecordType type, NewVersion version) implements Carrier {
        @Override
        public long recordId() {
            return version.recordId();
        }
    }

    @Override
    public @Nullable Carrier carrier(Proceeding proceeding, Chain chain) {
        return switch (records.build(proceeding, chain.decided())) {
            case Built.None _ -> null;
            case Built.Unfit unfit -> throw new RecordRefused(unfit.codes());
            case Built.Fit(RecordType type, NewVersion version) ->
                new Loaded(archive.loading().nextActId(), type, version);
        };
    }

    @Override
    public void follow(Proceeding proceeding, @Nullable Carrier carrier, @Nullable Long recordId) {
        Step step = proceeding.steps().getLast();
        String actor = step.by().name();
        documents.serve(proceeding, step.act());
        if (carrier instanceof Loaded loaded) {
            enlist(proceeding, loaded, actor);
        }
        switch (step.act()) {
            case Act.DecideRemoval removal
            when removal.granted() -> {
                record(proceeding, recordId)
                        .ifPresent(record -> archive.archive()
                                .end(record.address(), Ending.REPAIRED, removal.document(), "", actor));
                events.publishEvent(new Removed(proceeding.id(), false));
            }
            case Act.Revoke revoke -> {
                Withdrawal withdrawal = new Withdrawal(REVOKED, revoke.document(), revoke.fellOn(), revoke.reasons());
                record(proceeding, recordId)
                        .ifPresent(record -> archive.archive().withdraw(record.address(), withdrawal, actor));
                events.publishEvent(new Removed(proceeding.id(), true));
            }
            default -> {}
        }
    }

    @Override
    public @Nullable RecordEnd ended(Proceeding proceeding, long recordId) {
        return archive.holdings()
                .ended(proceeding.subject().organisation(), recordId)
                .filter(ended -> ended.ending() != Ending.UNLINKED)
                .map(ended -> new RecordEnd(
                        ended.ending() == Ending.REPAIRED,
                        ended.documentNumber(),
                        ended.at().at()))
                .orElse(null);
    }

    private void enlist(Proceeding proceeding, Loaded loaded, String actor) {
        String source = loaded.version().authority();
        int type = loaded.type().number();
        Outcome outcome = archive.loading()
                .load(new RecordLoading.Delivery(loaded.actId(), type, source, false), List.of(loaded.version()))
                .getFirst()
                .outcome();
        if (outcome != Outcome.NEW && outcome != Outcome.NUMBER_ELSEWHERE) {
            // The number stands for another record of the organisation: a listing corrects none.
            throw new RecordRefused(List.of("number-taken"));
        }
        var position = archive.loading()
                .activate(new RecordLoading.Act(loaded.actId(), RecordLoading.Act.Kind.LISTING, type, source, actor));
        events.publishEvent(new Listed(proceeding.id(), position.value()));
    }

    /** The record as it stands; what ended otherwise meanwhile stays ended. */
    private Optional<RecordVersion> record(Proceeding proceeding, @Nullable Long recordId) {
        return recordId == null
                ? Optional.empty()
                : archive.holdings().find(proceeding.subject().organisation(), recordId);
    }
}
