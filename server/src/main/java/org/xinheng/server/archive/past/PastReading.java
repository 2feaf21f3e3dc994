package org.xinheng.server.archive.past;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** Reads questions about the past, and a record's state then. */
final class PastReading {

    private static final int SHORTEST_GROUND = 2;
    private static final int LONGEST_GROUND = 200;
    private static final int LONGEST_FILE_NUMBER = 128;
    private static final int LONGEST_POSITION = 18;

    private final Archive archive;
    private final PolicyInForce inForce;
    private final Clock clock;

    PastReading(Archive archive, PolicyInForce inForce, Clock clock) {
        this.archive = archive;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The question as it was sent. */
    record Asked(
            @Nullable String knownAt,
            @Nullable String asOf,
            @Nullable String ground,
            @Nullable String fileNumber) {}

    /** @throws org.xinheng.server.access.ApiProblem with every field that is wrong */
    PastQuestion question(Asked asked, Words words) {
        FormCheck check = new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
        String ground = check.reason("ground", asked.ground(), SHORTEST_GROUND, LONGEST_GROUND);
        String fileNumber = check.line("fileNumber", asked.fileNumber(), LONGEST_FILE_NUMBER);
        Optional<Position> position = position(asked.knownAt());
        boolean given = asked.knownAt() != null && !asked.knownAt().isBlank();
        if (given && position.isEmpty()) {
            check.wrong("knownAt", words.say(PastText.KNOWN_AT_WRONG));
        }
        LocalDate day = check.day("asOf", asked.asOf());
        if (check.failed()) {
            throw check.problem();
        }
        Position knownAt = position.orElseGet(archive::position);
        LocalDate asOf = day != null ? day : day(given ? knownAt.at() : clock.instant());
        return new PastQuestion(knownAt, asOf, seenAt(knownAt, asOf), ground + " · " + fileNumber);
    }

    /** A position, or an instant of ISO 8601 with its offset. */
    private Optional<Position> position(@Nullable String written) {
        // A plus sign comes as a blank out of an address.
        String text = written == null ? "" : written.strip().replace(' ', '+');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() <= LONGEST_POSITION && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.of(archive.positionAt(Long.parseLong(text)));
        }
        try {
            return Optional.of(archive.positionAt(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Position seenAt(Position knownAt, LocalDate asOf) {
        Instant endOfDay = asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Position then = archive.positionAt(endOfDay.minus(1, ChronoUnit.MICROS));
        return then.value() < knownAt.value() ? then : knownAt;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** The record as known, with what the public saw of it on the day; empty for an address that leads nowhere. */
    Optional<PastRecord> read(String address, PastQuestion question) {
        var latest = archive.history(address, archive.position());
        return latest.map(all -> read(
                all.versions().getFirst().organisationId(),
                address,
                archive.history(address, question.knownAt()).orElse(null),
                question));
    }

    /** @param known null when it was not known at all then */
    PastRecord read(long organisationId, String address, @Nullable RecordHistory known, PastQuestion question) {
        RecordHistory seen = question.seenAt().equals(question.knownAt())
                ? known
                : archive.history(address, question.seenAt()).orElse(null);
        return PastRecord.of(organisationId, address, known, seen, question);
    }
}
