package org.xinheng.server.archive.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.store.RecordAddresses.Place;

/** The marks of a record as one column beside a version: kind, first day, reference and statement, parted by control characters. */
final class MarkColumn {

    private static final Kind[] KINDS = Kind.values();
    private static final String UNIT = "\u001f";
    private static final String RECORD = "\u001e";

    static final String SQL = """
            (SELECT string_agg(concat_ws(chr(31), m.kind, m.from_day, m.reference, m.statement), chr(30)
                ORDER BY m.kind, m.position)
             FROM archive.standing_mark m
             WHERE m.organisation_id = v.organisation_id AND m.record_id = v.record_id)
            """;

    /** Neither withheld nor screened on {@code :day}. */
    static final String NOT_SUSPENDED = """
             AND NOT EXISTS (
                SELECT FROM archive.standing_mark m
                WHERE m.organisation_id = v.organisation_id AND m.record_id = v.record_id
                  AND m.kind IN (%s) AND m.from_day <= :day)
            """.formatted(IntStream.range(0, KINDS.length)
            .filter(kind -> KINDS[kind].suspends())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ")));

    private MarkColumn() {}

    /** The marks of a record that stood at a position. */
    static List<RecordMark> at(JdbcClient sql, Place place, Position knownAt) {
        return read(sql.sql("""
                        SELECT string_agg(concat_ws(chr(31), m.kind, m.from_day, m.reference, m.statement), chr(30)
                            ORDER BY m.kind, m.position)
                        FROM (
                            SELECT DISTINCT ON (kind, reference) * FROM archive.mark
                            WHERE organisation_id = :organisation AND record_id = :record AND position <= :position
                            ORDER BY kind, reference, position DESC) m
                        WHERE m.placed
                        """)
                .param("organisation", place.organisationId())
                .param("record", place.recordId())
                .param("position", knownAt.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null));
    }

    static List<RecordMark> read(@Nullable String column) {
        if (column == null) {
            return List.of();
        }
        List<RecordMark> marks = new ArrayList<>();
        for (String mark : column.split(RECORD, -1)) {
            String[] parts = mark.split(UNIT, 4);
            marks.add(new RecordMark(KINDS[Integer.parseInt(parts[0])], parts[2], LocalDate.parse(parts[1]), parts[3]));
        }
        return marks;
    }
}
