package org.xinheng.server.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks through every column of every table as PostgreSQL gives it out, and into what we compress ourselves. */
final class TableSearch {

    private final JdbcClient sql;

    TableSearch(JdbcClient sql) {
        this.sql = sql;
    }

    List<String> find(ByteSearch search) {
        var found = new ArrayList<String>();
        for (var table : sql.sql("SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition"
                        + " AND n.nspname NOT IN ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list()) {
            sql.sql("SELECT * FROM " + table).query(row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    var name = table + "." + row.getMetaData().getColumnName(column) + ": ";
                    for (var content : contents(row.getObject(column))) {
                        search.in(content, content.length).forEach(meaning -> found.add(name + meaning));
                    }
                }
            });
        }
        return found.stream().distinct().toList();
    }

    private static List<byte[]> contents(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case byte[] bytes -> {
                var contents = new ArrayList<>(List.of(bytes));
                // The first byte of some is the number of their form.
                for (int from = 0; from < Math.min(2, bytes.length); from++) {
                    contents.add(inflated(bytes, from));
                }
                yield contents;
            }
            default -> List.of(value.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] inflated(byte[] bytes, int from) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
