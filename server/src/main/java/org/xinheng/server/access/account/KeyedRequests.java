package org.xinheng.server.access.account;

import java.security.MessageDigest;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.access.Actor;

/** Requests with a key of the sender's own (幂等键), and the answers that they got, for as long as these are kept. */
public final class KeyedRequests {

    /** After so long a request that got no answer is taken for one that broke off with its server. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(5);

    /** Each request takes out more answers whose time is over than it adds. */
    private static final int SLICE = 20;

    private static final String WHERE = " WHERE actor = :actor AND actor_kind = :kind AND key = :key";
    private static final String MINE = " AND attempt = :attempt AND status IS NULL";

    private final JdbcClient sql;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long an answer is given again */
    public KeyedRequests(JdbcClient sql, Clock clock, Duration kept) {
        this.sql = sql;
        this.clock = clock;
        this.kept = kept;
    }

    /** What a request with a key is. */
    public sealed interface Standing {

        /** The first: it is to be answered, and then {@link #answered} or {@link #released}. Only it can end itself. */
        record First(Actor actor, String key, UUID attempt) implements Standing {}

        /**
         * It was answered before.
         *
         * @param headers of the answer that belong to what was said, by name
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Answered(int status, @Nullable String contentType, Map<String, String> headers, byte[] answer)
                implements Standing {}

        /** It is being answered in this moment. */
        record Running() implements Standing {}

        /** The key came with another request before, or with this one under other rights. */
        record OtherRequest() implements Standing {}
    }

    /** @param request SHA-256 of address, body and what the sender may */
    public Standing begin(Actor actor, String key, byte[] request) {
        Instant now = clock.instant();
        forgetSome(now);
        bound(
                        "DELETE FROM access.idempotent_request" + WHERE
                                + " AND (kept_until <= :now OR (status IS NULL AND begun_at <= :broken))",
                        actor,
                        key)
                .param("now", at(now))
                .param("broken", at(now.minus(BROKEN_OFF)))
                .update();
        UUID attempt = UUID.randomUUID();
        int first = bound("""
                        INSERT INTO access.idempotent_request
                            (actor, actor_kind, key, attempt, request_sha256, begun_at, kept_until)
                        VALUES (:actor, :kind, :key, :attempt, :request, :now, :until) ON CONFLICT DO NOTHING
                        """, actor, key)
                .param("attempt", attempt)
                .param("request", request)
                .param("now", at(now))
                .param("until", at(now.plus(kept)))
                .update();
        return first == 1 ? new Standing.First(actor, key, attempt) : known(actor, key, request);
    }

    private Standing known(Actor actor, String key, byte[] request) {
        return bound(
                        "SELECT request_sha256, status, content_type, headers, answer FROM access.idempotent_request"
                                + WHERE,
                        actor,
                        key)
                .query((row, _) -> {
                    if (!MessageDigest.isEqual(row.getBytes(1), request)) {
                        return new Standing.OtherRequest();
                    }
                    Integer status = row.getObject(2, Integer.class);
                    return status == null
                            ? new Standing.Running()
                            : new Standing.Answered(
                                    status, row.getString(3), headers(row.getArray(4)), row.getBytes(5));
                })
                .optional()
                // It was released meanwhile: the sender comes again.
                .orElseGet(Standing.Running::new);
    }

    /** Keeps the answer; nothing when the request was taken for broken off and begun anew meanwhile. */
    public void answered(Standing.First first, Standing.Answered answer) {
        own(
                        "UPDATE access.idempotent_request SET status = :status, content_type = :type, headers = :headers,"
                                + " answer = :answer" + WHERE + MINE,
                        first)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("headers", namesAndValues(answer.headers()))
                .param("answer", answer.answer())
                .update();
    }

    /** It was not answered for good: the key may come again. */
    public void released(Standing.First first) {
        own("DELETE FROM access.idempotent_request" + WHERE + MINE, first).update();
    }

    private static String[] namesAndValues(Map<String, String> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new);
    }

    private static Map<String, String> headers(Array namesAndValues) throws SQLException {
        String[] texts = (String[]) namesAndValues.getArray();
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            headers.put(texts[i], texts[i + 1]);
        }
        return headers;
    }

    private void forgetSome(Instant now) {
        sql.sql("""
                        DELETE FROM access.idempotent_request WHERE ctid = ANY (ARRAY(
                            SELECT ctid FROM access.idempotent_request WHERE kept_until <= ?
                             ORDER BY kept_until LIMIT ? FOR UPDATE SKIP LOCKED))""").params(at(now), SLICE).update();
    }

    /** Takes out all that is no longer kept. */
    public void forget() {
        sql.sql("DELETE FROM access.idempotent_request WHERE kept_until <= ?")
                .param(at(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec own(String statement, Standing.First first) {
        return bound(statement, first.actor(), first.key()).param("attempt", first.attempt());
    }

    private JdbcClient.StatementSpec bound(String statement, Actor actor, String key) {
        return sql.sql(statement)
                .param("actor", actor.name())
                .param("kind", actor.kind().name())
                .param("key", key);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
