package org.xinheng.server.commitment.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.policy.SubjectKind;
import tools.jackson.databind.json.JsonMapper;

/** Commitments in PostgreSQL. The database itself takes no breach without its chain. */
public final class PostgresPromises implements PromiseStore {

    /** Acts are kept as text. */
    private static final JsonMapper JSON = JsonMapper.shared();

    /** First key of the locks, so that no other module's lock is hit. */
    private static final int LOCK = 85_000;

    private static final String HEAD = """
            SELECT id, number, item, organisation_id, subject_kind, authority FROM commitment.promise
            """;

    /** The array stands in a statement of its own: so the plan does not hang on its length, and PostgreSQL keeps it. */
    private static final String OF_ORGANISATIONS = HEAD + """
            WHERE organisation_id IN (SELECT unnest((SELECT CAST(? AS bigint[])))) ORDER BY id DESC
            """;

    private final JdbcClient sql;

    public PostgresPromises(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .list();
    }

    @Override
    public Optional<Promise> ofForm(String key) {
        return whole(sql.sql(HEAD + "WHERE form_key = :key").param("key", key)).stream()
                .findFirst();
    }

    @Override
    public boolean gave(String number) {
        return sql.sql("SELECT EXISTS (SELECT FROM commitment.promise WHERE number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Promise> find(long id) {
        return whole(sql.sql(HEAD + "WHERE id = :id").param("id", id)).stream().findFirst();
    }

    @Override
    public List<Promise> ofOrganisations(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : whole(sql.sql(OF_ORGANISATIONS).param(ids.toArray(Long[]::new)));
    }

    @Override
    public List<Promise> list(@Nullable String authority, long before, int limit) {
        return whole(sql.sql(HEAD + """
                        WHERE id < :before AND (CAST(:authority AS text) IS NULL OR authority = :authority)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("authority", authority, java.sql.Types.VARCHAR)
                .param("limit", limit));
    }

    @Override
    public Map<String, Long> signers() {
        Map<String, Long> counts = new HashMap<>();
        sql.sql("""
                        SELECT item, count(DISTINCT organisation_id) FROM commitment.promise p
                        WHERE NOT EXISTS (
                            SELECT FROM commitment.step s WHERE s.promise_id = p.id AND s.kind IN ('WITHDRAW', 'LAPSE'))
                        GROUP BY item
                        """)
                .query((row, _) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private List<Promise> whole(JdbcClient.StatementSpec heads) {
        List<Promise> promises = heads.query((row, _) -> new Promise(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new Promise.Giver(row.getLong(4), SubjectKind.valueOf(row.getString(5))),
                        row.getString(6),
                        List.of()))
                .list();
        Map<Long, List<Step>> steps = steps(promises);
        return promises.stream()
                .map(head -> new Promise(
                        head.id(),
                        head.number(),
                        head.item(),
                        head.giver(),
                        head.authority(),
                        steps.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Step>> steps(List<Promise> promises) {
        Map<Long, List<Step>> steps = new HashMap<>();
        if (!promises.isEmpty()) {
            sql.sql("""
                            SELECT promise_id, no, kind, content, actor, authority, post, taken_at, on_day, due FROM commitment.step
                            WHERE promise_id = ANY (:ids) ORDER BY promise_id, no
                            """)
                    .param("ids", promises.stream().map(Promise::id).toArray(Long[]::new))
                    .query((row, _) -> steps.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(new Step(
                                    row.getInt(2),
                                    JSON.readValue(
                                            row.getString(4),
                                            Act.Kind.valueOf(row.getString(3)).type()),
                                    new Officer(
                                            row.getString(5), row.getString(6), Officer.Post.valueOf(row.getString(7))),
                                    row.getObject(8, OffsetDateTime.class).toInstant(),
                                    row.getObject(9, LocalDate.class),
                                    row.getObject(10, LocalDate.class))))
                    .list();
        }
        return steps;
    }

    @Override
    public Promise open(Promise signed, String division, String key) {
        String stem = division + signed.signedOn().format(DateTimeFormatter.BASIC_ISO_DATE);
        int serial = sql.sql(
                        "SELECT coalesce(max(right(number, 6)::int), 0) + 1 FROM commitment.promise WHERE number LIKE :stem")
                .param("stem", stem + "%")
                .query(Integer.class)
                .single();
        String number = stem + "%06d".formatted(serial);
        long id = sql.sql("""
                        INSERT INTO commitment.promise (form_key, number, item, organisation_id, subject_kind, authority)
                        VALUES (:key, :number, :item, :organisation, :kind, :authority) RETURNING id
                        """)
                .param("key", key)
                .param("number", number)
                .param("item", signed.item())
                .param("organisation", signed.giver().organisation())
                .param("kind", signed.giver().kind().name())
                .param("authority", signed.authority())
                .query(Long.class)
                .single();
        append(id, signed.steps().getFirst());
        return new Promise(id, number, signed.item(), signed.giver(), signed.authority(), signed.steps());
    }

    @Override
    public boolean append(long id, Step step) {
        return sql.sql("""
                        INSERT INTO commitment.step (promise_id, no, kind, actor, authority, post, taken_at, on_day, due, positive, content)
                        VALUES (:id, :no, :kind, :actor, :authority, :post, :at, :on, :due, :positive, :content)
                        ON CONFLICT (promise_id, no) DO NOTHING
                        """)
                        .param("id", id)
                        .param("no", step.no())
                        .param("kind", step.act().of().name())
                        .param("actor", step.by().name())
                        .param("authority", step.by().authority())
                        .param("post", step.by().post().name())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .param("on", step.on())
                        .param("due", step.due(), java.sql.Types.DATE)
                        .param("positive", positive(step.act()), java.sql.Types.BOOLEAN)
                        .param("content", JSON.writeValueAsString(step.act()))
                        .update()
                == 1;
    }

    private static @Nullable Boolean positive(Act act) {
        return switch (act) {
            case Act.Review review -> review.performance().lacking();
            case Act.Answer answer -> answer.last();
            case Act.Decide decide -> decide.broken();
            default -> null;
        };
    }
}
