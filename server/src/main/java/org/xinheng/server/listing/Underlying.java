package org.xinheng.server.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.policy.Field;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;

/** The records of the archive on which listings rest (所依据的决定), and when one fell. */
public final class Underlying {

    /** A repair ends the record and leaves the decision: a listing is removed then by its own rules. */
    private static final Set<Ending> FALLS = Set.of(Ending.WITHDRAWN, Ending.UNLINKED);

    private final Archive archive;
    private final PolicyInForce inForce;
    private final Clock clock;

    Underlying(Archive archive, PolicyInForce inForce, Clock clock) {
        this.archive = archive;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** Records of an organisation with this address or this number of document; an address fits one at most. */
    public List<RecordVersion> of(long organisation, String typed) {
        return archive.currentOf(organisation).stream()
                .filter(version ->
                        version.address().equals(typed) || number(version).equals(typed))
                .toList();
    }

    /** Number of the record's document; blank where its type has none. */
    public String number(RecordVersion version) {
        return inForce.policy()
                .recordType(version.type())
                .flatMap(type -> type.field(Field.Role.DOCUMENT_NUMBER))
                .map(field -> version.values().getOrDefault(field.name(), ""))
                .orElse("");
    }

    /** Whether it is the address of a record that stands, whoever's. */
    public boolean known(String address) {
        return archive.find(address) != null;
    }

    /** The day (zone of the clock) on which the archive ended the record under a proceeding; empty while it stands. */
    Optional<LocalDate> fellOn(Proceeding proceeding) {
        return record(proceeding)
                .flatMap(address -> archive.history(address, archive.position()))
                .flatMap(history -> Optional.ofNullable(history.ended()))
                .filter(ended -> FALLS.contains(ended.ending()))
                .map(this::day);
    }

    private static Optional<String> record(Proceeding proceeding) {
        return proceeding
                .last(Act.Kind.PROPOSE)
                .map(step -> (Act.Propose) step.act())
                .flatMap(proposal -> Optional.ofNullable(proposal.record()));
    }

    private LocalDate day(Ended ended) {
        return LocalDate.ofInstant(ended.at().at(), clock.getZone());
    }
}
