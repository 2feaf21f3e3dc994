package org.xinheng.server.service.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.service.ServedDocument;

/** Served documents in the database. */
final class DocumentStore {

    private static final String SELECT = """
            SELECT d.id, d.organisation_id, d.kind, d.title, d.number, d.authority, d.case_reference, d.served_at,
                   o.opened_at, d.content_sha256
            FROM service.document d LEFT JOIN service.opening o ON o.document_id = d.id
            """;

    private final JdbcClient sql;

    DocumentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is written of a document beside its bytes. */
    record Entry(
            long organisationId,
            String kind,
            String title,
            @Nullable String number,
            String authority,
            String reference,
            Instant servedAt,
            String ruleVersion) {}

    long append(Entry entry, byte[] content, byte[] sha256) {
        return sql.sql("""
                        INSERT INTO service.document (organisation_id, kind, title, number, authority, case_reference,
                            served_at, rule_version, content, content_sha256)
                        VALUES (:organisation, :kind, :title, :number, :authority, :reference, :at, :version, :content,
                            :sha256)
                        RETURNING id
                        """)
                .param("organisation", entry.organisationId())
                .param("kind", entry.kind())
                .param("title", entry.title())
                .param("number", entry.number())
                .param("authority", entry.authority())
                .param("reference", entry.reference())
                .param("at", entry.servedAt().atOffset(ZoneOffset.UTC))
                .param("version", entry.ruleVersion())
                .param("content", content)
                .param("sha256", sha256)
                .query(Long.class)
                .single();
    }

    Optional<ServedDocument> find(long id) {
        return sql.sql(SELECT + "WHERE d.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    List<ServedDocument> ofCase(String reference) {
        return sql.sql(SELECT + "WHERE d.case_reference = ? ORDER BY d.id")
                .param(reference)
                .query((row, _) -> read(row))
                .list();
    }

    /** Newest first, below an id. */
    List<ServedDocument> list(DocumentScope scope, long before, int size) {
        return switch (scope) {
            case DocumentScope.All _ -> list("TRUE", new Object[] {}, before, size);
            case DocumentScope.OfAuthorities(var codes) -> list("d.authority = ANY (?)", texts(codes), before, size);
            case DocumentScope.OfOrganisation(var ids) ->
                list("d.organisation_id = ANY (?)", new Object[] {ids.toArray(Long[]::new)}, before, size);
        };
    }

    private static Object[] texts(Collection<String> codes) {
        return new Object[] {codes.toArray(String[]::new)};
    }

    private List<ServedDocument> list(String condition, Object[] scope, long before, int size) {
        var statement = sql.sql(SELECT + "WHERE " + condition + " AND d.id < ? ORDER BY d.id DESC LIMIT ?");
        for (Object parameter : scope) {
            statement = statement.param(parameter);
        }
        return statement.param(before).param(size).query((row, _) -> read(row)).list();
    }

    Optional<byte[]> content(long id) {
        return sql.sql("SELECT content FROM service.document WHERE id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** The first opening stands; later ones add nothing. */
    void opened(long id, Instant at, String actor) {
        sql.sql("""
                INSERT INTO service.opening (document_id, opened_at, actor) VALUES (:id, :at, :actor)
                ON CONFLICT DO NOTHING
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .update();
    }

    private static ServedDocument read(ResultSet row) throws SQLException {
        OffsetDateTime opened = row.getObject(9, OffsetDateTime.class);
        return new ServedDocument(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                opened == null ? null : opened.toInstant(),
                HexFormat.of().formatHex(row.getBytes(10)));
    }
}
