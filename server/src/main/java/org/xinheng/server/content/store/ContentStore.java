package org.xinheng.server.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.Draft;
import org.xinheng.server.content.Item;
import org.xinheng.server.content.Mentions;
import org.xinheng.server.organisation.TextGrams;

/** Keeps pieces of the library; the caller holds the transaction. */
public final class ContentStore {

    /** First key of the locks, so that no other module's lock is hit. */
    private static final int LOCK = 141_000;

    /** Most pieces that a word is looked for in. */
    private static final int MOST_FOUND = 2000;

    private static final String COLUMNS = """
            SELECT i.id, i.kind, v.no, v.title, v.body, v.caption, v.issuer, v.document_number, v.document_date,
                   v.picture IS NOT NULL, v.writer, v.written_at,
                   s.kind, s.version_no, s.reason, s.actor, s.taken_at, s.first_published
            """;
    private static final String NEWEST = COLUMNS + """
              FROM content.item i
              JOIN LATERAL (SELECT * FROM content.version n WHERE n.item_id = i.id ORDER BY n.no DESC LIMIT 1) v ON true
              LEFT JOIN content.standing s ON s.item_id = i.id
            """;
    private static final String STANDING = COLUMNS + """
              FROM content.standing s
              JOIN content.item i ON i.id = s.item_id
              JOIN content.version v ON v.item_id = s.item_id AND v.no = s.version_no
            """;

    private final JdbcClient sql;

    public ContentStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Long> ofForm(String key) {
        return sql.sql("SELECT id FROM content.item WHERE form_key = ?")
                .param(key)
                .query(Long.class)
                .optional();
    }

    public long open(ContentKind kind, String key) {
        return sql.sql("INSERT INTO content.item (form_key, kind) VALUES (?, ?) RETURNING id")
                .params(key, kind.name())
                .query(Long.class)
                .single();
    }

    /** Until the end of the transaction nobody else changes the piece. */
    public void lock(long id) {
        sql.sql("SELECT pg_advisory_xact_lock(?, ?)")
                .params(LOCK, (int) (id % Integer.MAX_VALUE))
                .query((_, _) -> id)
                .list();
    }

    public void write(long id, int no, Draft draft, byte @Nullable [] picture, String writer, Instant at) {
        String key = searchKey(draft);
        sql.sql("""
                        INSERT INTO content.version (item_id, no, title, body, caption, picture, issuer, document_number,
                            document_date, writer, written_at, search_key, grams)
                        VALUES (:id, :no, :title, :body, :caption, :picture, :issuer, :number, :day, :writer, :at, :key, :grams)
                        """)
                .param("id", id)
                .param("no", no)
                .param("title", draft.title())
                .param("body", draft.body())
                .param("caption", draft.caption())
                .param("picture", picture, Types.BINARY)
                .param("issuer", draft.issuer())
                .param("number", draft.documentNumber())
                .param("day", draft.documentDate(), Types.DATE)
                .param("writer", writer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .param("grams", TextGrams.of(key).toArray(String[]::new))
                .update();
    }

    /** What is searched; where a name is looked up, nothing stands, and no word goes over it. */
    private static String searchKey(Draft draft) {
        StringBuilder key = new StringBuilder();
        for (String text :
                List.of(draft.title(), draft.body(), draft.caption(), draft.issuer(), draft.documentNumber())) {
            for (Mentions.Part part : Mentions.parts(text)) {
                key.append(part instanceof Mentions.Part.Words(String words) ? OrganisationName.key(words) : "\n");
            }
            key.append('\n');
        }
        return key.toString();
    }

    public void mention(long id, int no, String address, long organisation) {
        sql.sql("INSERT INTO content.mention (item_id, version_no, address, organisation_id) VALUES (?, ?, ?, ?)")
                .params(id, no, address, organisation)
                .update();
    }

    public void act(long id, String kind, int version, String reason, String actor, Instant at) {
        sql.sql("""
                        INSERT INTO content.act (item_id, no, kind, version_no, reason, actor, taken_at)
                        SELECT :id, coalesce(max(no), 0) + 1, :kind, :version, :reason, :actor, :at
                          FROM content.act WHERE item_id = :id
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("version", version)
                .param("reason", reason)
                .param("actor", actor)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In its newest version. */
    public Optional<Item> find(long id) {
        return sql.sql(NEWEST + " WHERE i.id = ?")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    public List<Item> all(long before, int most) {
        return sql.sql(NEWEST + " WHERE i.id < ? ORDER BY i.id DESC LIMIT ?")
                .params(before, most)
                .query((row, _) -> item(row))
                .list();
    }

    /** In the version that is or was public. */
    public Optional<Item> published(long id) {
        return sql.sql(STANDING + " WHERE s.item_id = ?")
                .param(id)
                .query((row, _) -> item(row))
                .optional();
    }

    /**
     * Public pieces, the last opened first.
     *
     * @param among ids to which the list is narrowed; null for all
     */
    public List<Item> list(@Nullable ContentKind kind, @Nullable Collection<Long> among, long before, int most) {
        String narrowed = among == null ? "" : " AND i.id = ANY (:among)";
        JdbcClient.StatementSpec asked = sql.sql(STANDING + """
                         WHERE s.kind = 'PUBLISH' AND i.id < :before
                           AND (CAST(:kind AS text) IS NULL OR i.kind = :kind)
                        """ + narrowed + " ORDER BY i.id DESC LIMIT :most")
                .param("before", before)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("most", most);
        if (among != null) {
            asked = asked.param("among", among.toArray(Long[]::new));
        }
        return asked.query((row, _) -> item(row)).list();
    }

    public Optional<byte[]> picture(long id, int version) {
        return sql
                .sql("SELECT picture FROM content.version WHERE item_id = ? AND no = ? AND picture IS NOT NULL")
                .params(id, version)
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Ids of public pieces in whose words a part stands.
     *
     * @param part a key
     */
    public List<Long> containing(String part) {
        return sql.sql("""
                        SELECT s.item_id FROM content.standing s
                          JOIN content.version v ON v.item_id = s.item_id AND v.no = s.version_no
                         WHERE s.kind = 'PUBLISH' AND v.grams @> CAST(:grams AS text[]) AND v.search_key LIKE :part
                         ORDER BY s.item_id DESC LIMIT :most
                        """)
                .param("grams", TextGrams.needed(part).toArray(String[]::new))
                .param("part", TextGrams.containing(part))
                .param("most", MOST_FOUND)
                .query(Long.class)
                .list();
    }

    /** A public piece that speaks of a record. */
    public record Mentioned(long item, String address) {}

    /** Public pieces that speak of records of one of the organisations. */
    public List<Mentioned> mentioning(Collection<Long> organisations) {
        return sql.sql("""
                        SELECT m.item_id, m.address FROM content.mention m
                          JOIN content.standing s ON s.item_id = m.item_id AND s.version_no = m.version_no
                         WHERE s.kind = 'PUBLISH' AND m.organisation_id = ANY (?) ORDER BY m.item_id DESC LIMIT ?
                        """)
                .params(organisations.toArray(Long[]::new), MOST_FOUND)
                .query((row, _) -> new Mentioned(row.getLong(1), row.getString(2)))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        String act = row.getString(13);
        return new Item(
                row.getLong(1),
                ContentKind.valueOf(row.getString(2)),
                row.getInt(3),
                new Draft(
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, LocalDate.class)),
                row.getBoolean(10),
                row.getString(11),
                instant(row, 12),
                act == null
                        ? null
                        : new Item.Standing(
                                act.equals("WITHDRAW"),
                                row.getInt(14),
                                row.getString(15),
                                row.getString(16),
                                instant(row, 17),
                                instant(row, 18)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
