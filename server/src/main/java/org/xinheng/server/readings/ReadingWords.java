package org.xinheng.server.readings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Readings.Reading;
import org.xinheng.server.web.Words;

/** Says a reading in the reader's language, by the names that the rules give to bodies and purposes. */
record ReadingWords(Policy policy, ZoneId zone, Words words) {

    private static final String BY_CONSENT = "consent.file";

    /** What is read for a purpose that the reader typed; of everything else the post says why. */
    private static final Set<String> STATED = Set.of(
            "check",
            "check.receipt",
            "check.subscription",
            "check.subscription.change",
            "evaluation",
            "evaluation.released",
            "record.history",
            "organisation.records");

    ReadingLine line(Reading reading) {
        String coded = coded(reading.purpose());
        boolean stated = coded == null && STATED.contains(reading.what());
        return new ReadingLine(
                LocalDate.ofInstant(reading.at(), zone),
                body(reading.source()),
                post(reading),
                words.say(ReadingText.what(reading.what())),
                coded != null ? coded : stated ? reading.purpose() : unstated(reading),
                stated);
    }

    private String body(@Nullable String source) {
        if (source == null) {
            return words.say(policy.place().leadAuthority());
        }
        Optional<Title> body = policy.authority(source).map(authority -> authority.name());
        return body.or(() -> policy.instruments()
                        .consent()
                        .reader(source)
                        .map(reader -> reader.rule().title()))
                .map(words::say)
                .orElseGet(() -> words.say(ReadingText.BODY_OTHER));
    }

    private String post(Reading reading) {
        if (reading.program()) {
            return words.say(ReadingText.POST_PROGRAM);
        }
        return reading.posts().isEmpty()
                ? words.say(ReadingText.POST_OTHER)
                : reading.posts().stream()
                        .sorted()
                        .map(post -> words.say(ReadingText.of(post)))
                        .distinct()
                        .collect(Collectors.joining(" · "));
    }

    private @Nullable String coded(String purpose) {
        int end = purpose.indexOf(':');
        String code = end < 0 ? purpose : purpose.substring(0, end);
        if (code.equals(ReadingPurpose.OWN_WORK.code())) {
            return words.say(ReadingText.PURPOSE_OWN_WORK);
        }
        return code.equals(ReadingPurpose.OVERSIGHT.code()) ? words.say(ReadingText.PURPOSE_OVERSIGHT) : null;
    }

    /** A bank's purpose is one of the rules', with the number of its file; of others nothing is told that was not stated. */
    private String unstated(Reading reading) {
        if (!reading.what().equals(BY_CONSENT)) {
            return words.say(ReadingText.PURPOSE_DUTY);
        }
        String[] parts = reading.purpose().split(" ", 2);
        String purpose = policy.instruments()
                .consent()
                .purpose(parts[0])
                .map(known -> words.say(known.rule().title()))
                .orElse(parts[0]);
        return parts.length == 1 ? purpose : purpose + " " + parts[1];
    }
}
