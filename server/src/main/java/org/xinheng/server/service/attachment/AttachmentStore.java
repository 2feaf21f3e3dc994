package org.xinheng.server.service.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.service.Attachment;

/** Entries of attachments in the database. */
final class AttachmentStore {

    private static final String COLUMNS =
            "id, file_name, media_type, size, case_reference, scanned_by, kept_until, handed_in_at, actor, content_sha256";

    private final JdbcClient sql;

    AttachmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param entry its id counts for nothing */
    Attachment append(Attachment entry) {
        return sql.sql("""
                        INSERT INTO service.attachment (file_name, media_type, size, case_reference, scanned_by,
                            kept_until, handed_in_at, actor, content_sha256)
                        VALUES (:name, :type, :size, :reference, :scanned, :until, :at, :actor, :sha256)
                        RETURNING\s""" + COLUMNS)
                .param("name", entry.fileName())
                .param("type", entry.mediaType())
                .param("size", entry.size())
                .param("reference", entry.reference())
                .param("scanned", entry.scannedBy())
                .param("until", entry.keptUntil())
                .param("at", entry.handedInAt().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("sha256", HexFormat.of().parseHex(entry.sha256()))
                .query((row, _) -> read(row))
                .single();
    }

    Optional<Attachment> find(long id, LocalDate today) {
        return sql.sql("SELECT " + COLUMNS + " FROM service.attachment WHERE id = ? AND kept_until >= ?")
                .params(id, today)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Attachment> ofCase(String reference, LocalDate today) {
        return sql.sql("SELECT " + COLUMNS
                        + " FROM service.attachment WHERE case_reference = ? AND kept_until >= ? ORDER BY id")
                .params(reference, today)
                .query((row, _) -> read(row))
                .list();
    }

    /** Past their last day and not yet removed. */
    List<Attachment> expired(LocalDate today) {
        return sql.sql("SELECT " + COLUMNS + " FROM service.attachment a WHERE kept_until < ?"
                        + " AND NOT EXISTS (SELECT FROM service.attachment_removal r WHERE r.attachment_id = a.id)"
                        + " ORDER BY id")
                .param(today)
                .query((row, _) -> read(row))
                .list();
    }

    boolean needed(String sha256, LocalDate today) {
        return sql.sql("SELECT EXISTS (SELECT FROM service.attachment WHERE content_sha256 = ? AND kept_until >= ?)")
                .params(HexFormat.of().parseHex(sha256), today)
                .query(Boolean.class)
                .single();
    }

    void removed(long id, Instant at) {
        sql.sql(
                        "INSERT INTO service.attachment_removal (attachment_id, removed_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(id, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                HexFormat.of().formatHex(row.getBytes(10)));
    }
}
