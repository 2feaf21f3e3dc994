package org.xinheng.server.intake.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CanonicalForm;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.spool.KeptRow;

/**
 * When documents that find their organisation now first came and had to wait: the source's clock stopped there, whether the
 * register has learned since or the source has sent the code after. The same document is the same key and the same name.
 */
public final class FirstReceipts {

    private final JdbcClient sql;
    private final Delivery delivery;
    private final CanonicalForm form;
    private final int nameIndex;
    private final long[] keys;

    /** @param keys of the documents of the delivery's source and type that wait, in ascending order */
    FirstReceipts(JdbcClient sql, Delivery delivery, RecordType type, long[] keys) {
        this.sql = sql;
        this.delivery = delivery;
        this.form = CanonicalForm.of(type);
        this.nameIndex = type.indexOf(Field.Role.SUBJECT_NAME);
        this.keys = keys;
    }

    private record Document(long key, String name) {}

    /** The same rows in the same order; those that came before with the instant of their first receipt. */
    public List<NewVersion> in(List<NewVersion> rows) {
        var suspects = rows.stream()
                .map(NewVersion::recordId)
                .filter(this::waits)
                .distinct()
                .toArray(Long[]::new);
        if (suspects.length == 0 || nameIndex < 0) {
            return rows;
        }
        var firsts = find(suspects);
        return rows.stream()
                .map(row -> waits(row.recordId()) ? since(firsts, row) : row)
                .toList();
    }

    private boolean waits(long key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    private Map<Document, Instant> find(Long[] documents) {
        var firsts = new HashMap<Document, Instant>();
        sql.sql("""
                        SELECT record_key, received_at, content FROM intake.waiting
                        WHERE source = :source AND type = :type AND organisation_id IS NULL
                          AND record_key = ANY (:documents)
                        """)
                .param("source", delivery.source())
                .param("type", delivery.type())
                .param("documents", documents)
                .query((found, _) -> firsts.merge(
                        new Document(
                                found.getLong(1),
                                OrganisationName.key(
                                        KeptRow.of(found.getBytes(3)).name())),
                        found.getObject(2, OffsetDateTime.class).toInstant(),
                        (one, other) -> one.isBefore(other) ? one : other))
                .list();
        return firsts;
    }

    private NewVersion since(Map<Document, Instant> firsts, NewVersion row) {
        @Nullable String name = form.values(row.payload())[nameIndex];
        var first = name == null ? null : firsts.get(new Document(row.recordId(), OrganisationName.key(name)));
        return first == null || first.isAfter(row.receivedAt()) ? row : row.firstReceived(first);
    }
}
