package org.xinheng.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The limit of collection: {@code COPY … (FORMAT binary)} of rows that the product accepted, encoded beforehand, into the
 * product's own empty table with its partitions and indexes, over one connection, until committed.
 */
final class BareCopy {

    private static final String ROWS = "SELECT * FROM archive.version WHERE delivery_id = (SELECT max(delivery_id)"
            + " FROM archive.version) ORDER BY ";

    /** As the rows stand in the file that was delivered. */
    static final String ORDER_OF_FILE = ROWS + "row_no";

    /** Partition by partition, sorted by key: the easier order for the indexes, and so the higher limit. */
    static final String ORDER_OF_KEY = ROWS + "tableoid, organisation_id, record_id";

    private static final int BUFFER = 1 << 16;

    private BareCopy() {}

    /** @return number of rows */
    static long encode(Connection product, String query, Path file) throws SQLException, IOException {
        try (var out = Files.newOutputStream(file)) {
            return product.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", out);
        }
    }

    /** @return seconds from the first byte to the end of the commit */
    static double seconds(Connection empty, Path file) throws SQLException, IOException {
        empty.setAutoCommit(false);
        long start = System.nanoTime();
        try (var in = Files.newInputStream(file)) {
            empty.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY archive.version FROM STDIN (FORMAT binary)", in, BUFFER);
        }
        empty.commit();
        return (System.nanoTime() - start) / 1e9;
    }
}
