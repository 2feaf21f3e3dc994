package org.xinheng.server.measure.sight;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataRetrievalFailureException;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;

/** Archive and register as checks read them, one subject at a time. */
final class Sources {

    final Archive archive;
    private final Holdings holdings;
    final Organisations organisations;
    final RecordReading reading;
    final Policy policy;
    final List<String> types;
    private final ZoneId zone;

    Sources(Archive archive, Holdings holdings, Organisations organisations, Policy policy, ZoneId zone) {
        MeasureCatalogue catalogue = MeasureCatalogue.of(policy);
        this.archive = archive;
        this.holdings = holdings;
        this.organisations = organisations;
        this.policy = policy;
        this.reading = new RecordReading(policy, catalogue);
        this.types = List.copyOf(catalogue.recordTypes());
        this.zone = zone;
    }

    Positions positions() {
        return new Positions(archive.position().value(), organisations.position());
    }

    /** By unified code with redirects followed, or by an older number that was registered for one organisation only. */
    Optional<Subject> subject(CodeFinding code) {
        Optional<Subject> found = (code.uscc().isPresent()
                        ? organisations.findByCode(code.normalised())
                        : organisations.findByOlderNumber(code.normalised()))
                .map(organisation -> Subject.of(organisation, policy));
        if (found.isEmpty()) {
            knowsSomebody(organisations.position(), !organisations.isEmpty());
        }
        return found;
    }

    /**
     * A register that lost its organisations knows nobody: that is no answer about anybody.
     *
     * @param position up to which it was read; 0 for one that never had any
     */
    static void knowsSomebody(long position, boolean any) {
        if (position > 0 && !any) {
            throw new DataRetrievalFailureException("nobody is in the register at position " + position);
        }
    }

    /** In the order in which every way of looking has them, so that an answer worked out again is the same to the letter. */
    List<KnownRecord> records(long organisation) {
        return archive.currentOf(organisation).stream()
                .sorted(Comparator.comparingLong(RecordVersion::recordId))
                .flatMap(version -> reading.read(version).stream())
                .toList();
    }

    Feeds feeds() {
        return Feeds.of(holdings.feeds(), archive.position().at(), policy, zone);
    }
}
