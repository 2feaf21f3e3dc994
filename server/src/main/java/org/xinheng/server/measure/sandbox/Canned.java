package org.xinheng.server.measure.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The made-up organisations, as the file has them. */
public final class Canned {

    private static final String PLACE = "/sandbox/organisations.json";

    private final Sent sent;
    private final Map<String, Known> byCode = new HashMap<>();

    Canned() {
        try (InputStream in = Canned.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("no file at " + PLACE);
            }
            sent = JsonMapper.shared().readValue(in, Sent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sent.organisations().forEach(known -> byCode.put(known.code(), known));
    }

    private record Sent(int feedsHeardDaysAgo, List<Known> organisations) {}

    /** What befalls a question about one. */
    public enum Behaviour {
        /** Judged by its records: CLEAR or HIT. */
        AS_IT_STANDS,
        STALE,
        /** 503. */
        UNAVAILABLE,
        /** Answered later than most wait. */
        SLOW,
        /** Half an answer. */
        MALFORMED
    }

    /** @param code its place in the list of made-up codes; no register has it */
    public record Known(String code, String name, Behaviour answer, List<Finding> records) {
        public Known {
            records = List.copyOf(records);
        }
    }

    /** @param kinds as the catalogue of penalties names them */
    record Finding(
            String type,
            String number,
            String authority,
            String authorityCode,
            int decidedDaysAgo,
            List<String> kinds,
            @Nullable BigDecimal fineYuan) {
        Finding {
            kinds = List.copyOf(kinds);
        }
    }

    /** When the sources of a stale answer were heard last. */
    int feedsHeardDaysAgo() {
        return sent.feedsHeardDaysAgo();
    }

    Optional<Known> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Known> all() {
        return sent.organisations();
    }
}
