package org.xinheng.server.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.database.FreshDatabase;

/** The hash that decides where PostgreSQL keeps a row, computed as PostgreSQL does. */
@ExtendWith(FreshDatabase.class)
class HashPartitionTest {

    @Test
    void isThePartitionThatPostgresChooses(JdbcClient sql) {
        var random = new Random(Long.getLong("seed", 7L));
        var values = LongStream.concat(
                        LongStream.of(0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, -(1L << 32), 4095L << 51),
                        random.longs(2_000))
                .boxed()
                .toList();
        for (long value : values) {
            assertThat(sql.sql(
                                    "SELECT satisfies_hash_partition('archive.version'::regclass, 32, :partition, :value::bigint)")
                            .param("partition", HashPartition.of(value, 32))
                            .param("value", value)
                            .query(Boolean.class)
                            .single())
                    .as("partition of %d", value)
                    .isTrue();
        }
    }
}
