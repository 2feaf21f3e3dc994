package org.xinheng.server.consent.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.consent.desk.ConsentedFile;
import org.xinheng.server.web.Words;

/** A consented file as programs read it. Ids and positions are strings: they outgrow JavaScript's numbers. */
record FileJson(
        String consentId,
        String readingId,
        Instant asOf,
        String position,
        String purpose,
        List<String> data,
        Party organisation,
        List<Entry> records,
        List<Gone> gone,
        String notice) {

    record Party(
            @Nullable String code,
            String name,
            String kind,
            String state,
            @Nullable LocalDate registeredOn,
            boolean registered) {}

    record Entry(
            String address,
            int version,
            String category,
            String type,
            String typeTitle,
            @Nullable String documentNumber,
            LocalDate decidedOn,
            String authority,
            String authorityCode,
            @Nullable LocalDate publicUntil,
            List<Mark> marks,
            List<Field> fields) {}

    /** @param statement the organisation's own words; null where it has said nothing */
    record Mark(String kind, LocalDate since, @Nullable String statement) {

        static Mark of(RecordMark mark) {
            return new Mark(mark.kind().id(), mark.from(), mark.statement().isBlank() ? null : mark.statement());
        }
    }

    /** Signed, and held by no category any more. */
    record Gone(String type, String title) {}

    record Field(String name, String title, String value) {}

    static FileJson of(ConsentedFile file, Words words) {
        var party = file.organisation();
        return new FileJson(
                Long.toString(file.consent()),
                Long.toString(file.reading()),
                file.at(),
                Long.toString(file.position()),
                file.purpose(),
                file.data(),
                new Party(
                        party.code(),
                        party.name(),
                        party.kind(),
                        party.state().name(),
                        party.registeredOn(),
                        party.registered()),
                file.records().stream().map(entry -> entry(entry, words)).toList(),
                file.gone().stream()
                        .map(gone -> new Gone(gone.type(), words.say(gone.title())))
                        .toList(),
                words.say(ConsentText.NOTICE));
    }

    private static Entry entry(ConsentedFile.Entry entry, Words words) {
        return new Entry(
                entry.address(),
                entry.version(),
                entry.category(),
                entry.type(),
                words.say(entry.typeTitle()),
                entry.number(),
                entry.decidedOn(),
                entry.authority(),
                entry.authorityCode(),
                entry.publicUntil(),
                entry.marks().stream().map(Mark::of).toList(),
                entry.fields().stream()
                        .map(field -> new Field(field.name(), words.say(field.title()), field.value()))
                        .toList());
    }
}
