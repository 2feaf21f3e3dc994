package org.xinheng.server.consent.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.consent.Reading;
import org.xinheng.core.consent.Ruling;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentedFile.Entry;
import org.xinheng.server.consent.store.ConsentStore;
import org.xinheng.server.consent.store.ConsentStore.Read;
import org.xinheng.server.organisation.Organisation;

/**
 * The reader's side: what it was granted, and reads under it. Grant, steps and earlier reads are looked at in the transaction that
 * writes the read down, one read after another: a revocation that was committed is always seen.
 */
public final class ReaderDesk {

    private static final String WHAT = "consent.file";

    private final ConsentStore store;
    private final Parties parties;
    private final GrantedRecords records;
    private final AccessLog log;
    private final Surroundings around;

    ReaderDesk(ConsentStore store, Parties parties, GrantedRecords records, AccessLog log, Surroundings around) {
        this.store = store;
        this.parties = parties;
        this.records = records;
        this.log = log;
        this.around = around;
    }

    public Surroundings around() {
        return around;
    }

    public Optional<Organisation> party(Consent consent) {
        return parties.organisation(consent.organisationId());
    }

    /** What was granted to the actor's institution, newest first. It names organisations: one entry of the log for each list. */
    public List<Consent> list(Actor actor, long before, int size) {
        String reader = Parties.reader(actor);
        if (reader == null) {
            return List.of();
        }
        log.read(actor, "consent.list", null, ReadingPurpose.OWN_WORK.code());
        return store.ofReader(reader, before, size);
    }

    /** Empty for a grant to anybody else. */
    public Optional<Consent> find(Actor actor, long id) {
        String reader = Parties.reader(actor);
        Optional<Consent> found =
                store.find(id).filter(consent -> consent.grant().reader().equals(reader));
        found.ifPresent(consent ->
                log.read(actor, "consent", consent.organisationId(), ReadingPurpose.OWN_WORK.about(consent.id())));
        return found;
    }

    public List<Read> reads(Consent consent, int most) {
        return store.reads(consent.id(), most);
    }

    /**
     * What is asked for.
     *
     * @param purpose id of the purpose
     * @param data ids of categories; empty for all that were granted
     * @param fileNumber of the reader's own file that the read is for
     */
    public record Asked(String purpose, Set<String> data, String fileNumber) {
        public Asked {
            data = Set.copyOf(data);
        }
    }

    /** What came of a read. */
    public sealed interface Outcome {

        record Given(ConsentedFile file) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be written down: then nothing is given out */
    public Outcome read(Actor actor, long id, Asked asked) {
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            store.lock(id);
            Consent consent = store.find(id).orElse(null);
            Organisation party = consent == null ? null : party(consent).orElse(null);
            if (consent == null || party == null) {
                return new Outcome.Refused(Refusal.OTHER_READER);
            }
            LocalDate today = around.today();
            return switch (ruling(actor, consent, asked, today)) {
                case Ruling.Refused(var refusal) -> new Outcome.Refused(refusal);
                case Ruling.Permitted(var data) -> new Outcome.Given(give(actor, consent, party, asked, data));
            };
        }));
    }

    private Ruling ruling(Actor actor, Consent consent, Asked asked, LocalDate today) {
        String reader = Parties.reader(actor);
        if (reader == null) {
            return new Ruling.Refused(Refusal.OTHER_READER);
        }
        return GrantRuling.of(consent, new Reading(reader, asked.purpose(), asked.data()), store, today);
    }

    private ConsentedFile give(Actor actor, Consent consent, Organisation party, Asked asked, Set<String> data) {
        LocalDate today = around.today();
        long position = records.position();
        List<Entry> entries = records.of(parties.ids(party), consent, data, around.policy(), today);
        List<String> read = data.stream().sorted().toList();
        Read written = new Read(0, consent.id(), around.now(), actor.name(), asked.fileNumber(), read, entries.size());
        long number = store.append(
                written,
                today,
                actor.kind().name(),
                consent.grant().reader(),
                entries.stream().map(Entry::address).distinct().toList());
        log.read(actor, WHAT, party.id(), asked.purpose() + " " + asked.fileNumber());
        return new ConsentedFile(
                consent.id(),
                number,
                written.at(),
                position,
                party,
                asked.purpose(),
                read,
                entries,
                GrantedRecords.gone(consent, around.policy()));
    }
}
