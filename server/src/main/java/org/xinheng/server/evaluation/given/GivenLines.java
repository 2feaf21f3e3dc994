package org.xinheng.server.evaluation.given;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read of feeds: by their readers, by the organisations that they are about, and by the office. */
final class GivenLines {

    private static final String LINE = """
            SELECT l.reader, l.no, l.of_no, l.organisation_id, l.model, l.rule, l.edition, l.basis, l.grade, l.day, l.reason
              FROM evaluation.given_line l
            """;

    private final JdbcClient sql;

    GivenLines(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param ends number of the line that it ends; null for a grade that was given
     * @param grade null for an end
     * @param reason why it ended; null for a grade that was given
     */
    record Line(
            String reader,
            long no,
            @Nullable Long ends,
            long organisation,
            String model,
            String rule,
            String edition,
            String basis,
            @Nullable String grade,
            LocalDate day,
            @Nullable Ended reason) {}

    /** A grade that ended is left out, its end says so; the end of a grade that was never taken says nothing, and is left out too. */
    private static final String SHOWN = """
             AND (EXISTS (SELECT FROM evaluation.given_standing s WHERE s.reader = l.reader AND s.no = l.no)
                  OR EXISTS (SELECT FROM evaluation.given_handed h WHERE h.reader = l.reader AND h.no = l.of_no))
            """;

    /** In their order, after a number, as far as they are shown. */
    List<Line> after(String reader, long no, int limit) {
        return sql.sql(LINE + " WHERE l.reader = :reader AND l.no > :no" + SHOWN + " ORDER BY l.no LIMIT :limit")
                .param("reader", reader)
                .param("no", no)
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    /** One line by its number, if it is shown. */
    List<Line> one(String reader, long no) {
        return sql.sql(LINE + " WHERE l.reader = :reader AND l.no = :no" + SHOWN)
                .param("reader", reader)
                .param("no", no)
                .query((row, _) -> line(row))
                .list();
    }

    /** Whether the reader was given this grade before. */
    boolean wasHanded(String reader, long no) {
        return sql.sql("SELECT EXISTS (SELECT FROM evaluation.given_handed WHERE reader = ? AND no = ? AND graded)")
                .params(reader, no)
                .query(Boolean.class)
                .single();
    }

    private static Line line(ResultSet row) throws SQLException {
        String reason = row.getString(11);
        return new Line(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, Long.class),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                reason == null ? null : Ended.valueOf(reason));
    }

    /** The reader came so far; whoever begins again has come further once. */
    void taken(String reader, long no, Instant at) {
        sql.sql("""
                        INSERT INTO evaluation.given_taken (reader, no, taken_at) VALUES (:reader, :no, :at)
                        ON CONFLICT (reader) DO UPDATE SET no = greatest(given_taken.no, excluded.no), taken_at = excluded.taken_at
                        """)
                .param("reader", reader)
                .param("no", no)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * These lines were handed over; the first time counts, with the grade and without.
     *
     * @param graded whether with their grades
     */
    void handed(String reader, Collection<Long> numbers, boolean graded, Instant at) {
        sql.sql("""
                        INSERT INTO evaluation.given_handed (reader, no, graded, handed_at)
                        SELECT :reader, n, :graded, :at FROM unnest(:numbers::bigint[]) n
                        ON CONFLICT DO NOTHING
                        """)
                .param("reader", reader)
                .param("graded", graded)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A grade that was given to somebody.
     *
     * @param grade that was given
     * @param endedOn null while it stands; then why it ended
     * @param takenAt when the reader first took it; null while it has not
     * @param withheldAt when the line was first handed over without its grade; null where it never was
     * @param keepDays for which this is kept after the end
     */
    record Given(
            String reader,
            String model,
            String grade,
            String basis,
            LocalDate givenOn,
            @Nullable LocalDate endedOn,
            @Nullable Ended reason,
            @Nullable Instant takenAt,
            @Nullable Instant withheldAt,
            int keepDays) {}

    /** What was given of an organisation, the newest first. */
    List<Given> of(Collection<Long> organisations, long offset, int limit) {
        return sql.sql("""
                        SELECT l.reader, l.model, l.grade, l.basis, l.written_on, e.written_on, e.reason, h.handed_at,
                               w.handed_at, l.keep_days
                          FROM evaluation.given_line l
                          LEFT JOIN evaluation.given_line e
                                 ON e.organisation_id = l.organisation_id AND e.reader = l.reader AND e.of_no = l.no
                          LEFT JOIN evaluation.given_handed h ON h.reader = l.reader AND h.no = l.no AND h.graded
                          LEFT JOIN evaluation.given_handed w ON w.reader = l.reader AND w.no = l.no AND NOT w.graded
                         WHERE l.organisation_id = ANY (:organisations) AND l.act = 'GIVEN'
                         ORDER BY l.written_on DESC, l.reader, l.no DESC LIMIT :limit OFFSET :offset
                        """)
                .param("organisations", organisations.toArray(Long[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> {
                    String reason = row.getString(7);
                    return new Given(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class),
                            row.getObject(6, LocalDate.class),
                            reason == null ? null : Ended.valueOf(reason),
                            instant(row, 8),
                            instant(row, 9),
                            row.getInt(10));
                })
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    long countOf(Collection<Long> organisations) {
        return sql.sql("SELECT count(*) FROM evaluation.given_line WHERE organisation_id = ANY (?) AND act = 'GIVEN'")
                .param(organisations.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * A reader that was ever given something.
     *
     * @param standing grades that stand
     * @param takenAt null while it took nothing
     * @param behind lines after the last that it took, as far as they are shown
     */
    record Follower(String reader, long standing, @Nullable Instant takenAt, long behind) {}

    List<Follower> followers(long offset, int limit) {
        return sql.sql("""
                        SELECT r.reader,
                               (SELECT count(*) FROM evaluation.given_standing s WHERE s.reader = r.reader),
                               t.taken_at,
                               (SELECT count(*) FROM evaluation.given_line l
                                 WHERE l.reader = r.reader AND l.no > coalesce(t.no, 0)""" + SHOWN + """
                               )
                          FROM evaluation.given_reader r LEFT JOIN evaluation.given_taken t ON t.reader = r.reader
                         ORDER BY r.reader LIMIT :limit OFFSET :offset
                        """)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> {
                    return new Follower(row.getString(1), row.getLong(2), instant(row, 3), row.getLong(4));
                })
                .list();
    }

    long countFollowers() {
        return sql.sql("SELECT count(*) FROM evaluation.given_reader")
                .query(Long.class)
                .single();
    }
}
