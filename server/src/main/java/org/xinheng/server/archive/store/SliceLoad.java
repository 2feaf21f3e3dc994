package org.xinheng.server.archive.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.xinheng.core.record.Commitment;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading.Delivery;
import org.xinheng.server.archive.RecordLoading.Outcome;
import org.xinheng.server.archive.RecordLoading.RowResult;
import org.xinheng.server.database.BinaryCopy;

/**
 * One slice on its way into one partition: probe what stands, copy what is new, note who first had each document number.
 */
final class SliceLoad {

    private static final String COLUMNS =
            "(organisation_id, record_id, delivery_id, first_received_at, version_no, row_no, decided_on, first_shown,"
                    + " last_shown, earliest_repair, source, authority, gate_reasons, severity, type, algorithm, gate,"
                    + " to_be_confirmed, historical, commitment, salt, payload)";
    private static final int FIELDS = 22;
    private static final Ending[] ENDINGS = Ending.values();

    private final Connection connection;
    private final Terms terms;
    private final SecureRandom random;
    private final Delivery delivery;
    private final List<NewVersion> rows;
    private final Outcome[] outcomes;
    private final int[] versions;

    SliceLoad(Connection connection, Terms terms, SecureRandom random, Delivery delivery, List<NewVersion> rows) {
        this.connection = connection;
        this.terms = terms;
        this.random = random;
        this.delivery = delivery;
        this.rows = rows;
        this.outcomes = new Outcome[rows.size()];
        this.versions = new int[rows.size()];
    }

    List<RowResult> run(int partition) throws SQLException {
        preferIndexes();
        probe(partition);
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = Outcome.NEW;
                versions[i] = 1;
            }
        }
        copy(partition);
        var results = new ArrayList<RowResult>(rows.size());
        for (int i = 0; i < outcomes.length; i++) {
            results.add(new RowResult(rows.get(i).row(), outcomes[i], 0));
        }
        results.addAll(new NumberHolders(connection, delivery.id()).claim(firsts()));
        return results;
    }

    /** A slice knows its keys: a few thousand probes of the primary key beat any scan, whatever the statistics say. */
    private void preferIndexes() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
                    + " SET LOCAL enable_seqscan = off; SET LOCAL jit = off");
        }
    }

    private void probe(int partition) throws SQLException {
        var organisations = new long[rows.size()];
        var records = new long[rows.size()];
        for (int i = 0; i < organisations.length; i++) {
            organisations[i] = rows.get(i).organisationId();
            records[i] = rows.get(i).recordId();
        }
        var query = """
                SELECT k.i, v.version_no, v.algorithm, v.commitment, v.salt, e.kind
                FROM unnest(?::bigint[], ?::bigint[]) WITH ORDINALITY AS k(organisation_id, record_id, i)
                CROSS JOIN LATERAL (
                    SELECT version_no, algorithm, commitment, salt FROM archive.%s v
                    WHERE v.organisation_id = k.organisation_id AND v.record_id = k.record_id
                    ORDER BY v.version_no DESC LIMIT 1) v
                LEFT JOIN archive.standing_ending e ON e.organisation_id = k.organisation_id AND e.record_id = k.record_id
                    AND e.last_version >= v.version_no
                """.formatted(Partitions.table(partition));
        // From primitives they travel in binary.
        var arrays = connection.unwrap(PGConnection.class);
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, arrays.createArrayOf("int8", organisations));
            statement.setArray(2, arrays.createArrayOf("int8", records));
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    int i = found.getInt(1) - 1;
                    versions[i] = found.getInt(2) + 1;
                    var same = isSame(
                            found.getInt(3),
                            found.getBytes(4),
                            found.getBytes(5),
                            rows.get(i).payload());
                    int ending = found.getShort(6);
                    outcomes[i] = outcome(same, found.wasNull() ? null : ENDINGS[ending]);
                }
            }
        }
    }

    /** What was never this organisation's begins anew: the row now brings its code, or a human linked it again. */
    private static Outcome outcome(boolean same, @Nullable Ending ending) {
        if (ending == Ending.UNLINKED) {
            return Outcome.NEW;
        }
        if (same) {
            return Outcome.UNCHANGED;
        }
        return ending == null ? Outcome.CORRECTION : Outcome.ENDED;
    }

    /** An erased version cannot be compared: whatever comes is a further version. */
    private static boolean isSame(int algorithm, byte[] commitment, byte @Nullable [] salt, byte[] payload) {
        return salt != null && Commitment.of(algorithm, commitment).opens(salt, payload);
    }

    private void copy(int partition) throws SQLException {
        var numbers = numbersOfTerms();
        var salts = new byte[rows.size() * Commitment.SALT_BYTES];
        random.nextBytes(salts);
        var salt = new byte[Commitment.SALT_BYTES];
        BinaryCopy copy = null;
        try {
            for (int i = 0; i < outcomes.length; i++) {
                if (outcomes[i] != Outcome.NEW && outcomes[i] != Outcome.CORRECTION) {
                    continue;
                }
                if (copy == null) {
                    copy = new BinaryCopy(connection, "archive." + Partitions.table(partition) + " " + COLUMNS);
                }
                System.arraycopy(salts, i * salt.length, salt, 0, salt.length);
                write(copy, rows.get(i), versions[i], salt, numbers);
            }
            if (copy != null) {
                var _ = copy.finish();
            }
        } finally {
            if (copy != null) {
                copy.close();
            }
        }
    }

    private void write(BinaryCopy copy, NewVersion row, int version, byte[] salt, Map<String, Integer> numbers)
            throws SQLException {
        var publication = row.publication();
        var window = publication.window();
        var commitment = Commitment.to(salt, row.payload());
        copy.row(FIELDS);
        copy.int8(row.organisationId());
        copy.int8(row.recordId());
        copy.int8(delivery.id());
        copy.instant(row.receivedAt());
        copy.int4(version);
        copy.int4(row.row());
        copy.date(row.decidedOn());
        copy.date(window == null ? null : window.first());
        copy.date(window == null ? null : window.last());
        copy.date(publication.earliestRepair());
        copy.int4(numbers.getOrDefault(delivery.source(), 0));
        copy.int4(numbers.getOrDefault(row.authority(), 0));
        copy.int4(numbers.getOrDefault(publication.reasons(), 0));
        if (publication.severity() == null) {
            copy.absent();
        } else {
            copy.int4(numbers.getOrDefault(publication.severity(), 0));
        }
        copy.int2(delivery.type());
        copy.int2(commitment.algorithm());
        copy.int2(publication.gate().ordinal());
        copy.bool(publication.toBeConfirmed());
        copy.bool(delivery.historical());
        var digest = commitment.digest();
        copy.bytes(digest, 0, digest.length);
        copy.bytes(salt, 0, salt.length);
        copy.bytes(row.payload(), 0, row.payload().length);
    }

    private Map<String, Integer> numbersOfTerms() {
        var wanted = new HashSet<String>();
        for (var row : rows) {
            var publication = row.publication();
            wanted.add(row.authority());
            wanted.add(publication.reasons());
            if (publication.severity() != null) {
                wanted.add(publication.severity());
            }
        }
        wanted.add(delivery.source());
        return terms.numbers(wanted);
    }

    private List<NewVersion> firsts() {
        var firsts = new ArrayList<NewVersion>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == Outcome.NEW) {
                firsts.add(rows.get(i));
            }
        }
        return firsts;
    }
}
