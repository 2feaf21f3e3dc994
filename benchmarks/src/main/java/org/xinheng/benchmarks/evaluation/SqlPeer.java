package org.xinheng.benchmarks.evaluation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.EvaluationModel.Dimension;
import org.xinheng.core.policy.EvaluationModel.Grade;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;

/** The same model as one statement of SQL over a table with a column for everything it looks at; writes contributions as jsonb. */
final class SqlPeer {

    private static final int SEND_FROM = 1 << 16;

    private static final String TABLES = """
            CREATE TABLE organisation (id bigint PRIMARY KEY, prefix text NOT NULL, state text, known_since date);
            CREATE TABLE fact (
                organisation bigint NOT NULL, id text NOT NULL, type int NOT NULL, decided date NOT NULL, last_day date,
                severity text, disputed boolean NOT NULL, fine float8, performance text, conduct text, kinds text[]);
            CREATE TABLE result (
                organisation bigint PRIMARY KEY, grade text NOT NULL, points int NOT NULL, lines jsonb NOT NULL);
            """;

    private final Connection connection;
    private final Policy policy;
    private final EvaluationModel model;
    private final List<PeerIndicator> indicators;
    private final LocalDate day;
    private StringBuilder organisations = new StringBuilder();
    private StringBuilder facts = new StringBuilder();

    SqlPeer(
            Connection connection,
            Policy policy,
            EvaluationModel model,
            List<PeerIndicator> indicators,
            LocalDate day) {
        this.connection = connection;
        this.policy = policy;
        this.model = model;
        this.indicators = indicators;
        this.day = day;
    }

    void create() throws SQLException {
        execute(TABLES);
    }

    /** What was added so far is written when it is enough, and at the end by {@link #finish}. */
    void add(PeerOrganisation one) throws SQLException {
        line(organisations, one.id(), one.prefix(), one.state(), one.knownSince());
        for (PeerRecord record : one.records()) {
            line(
                    facts,
                    one.id(),
                    record.getId(),
                    record.getType(),
                    LocalDate.ofEpochDay(record.getDecided()),
                    record.getLastDay() == PeerRecord.NEVER ? null : LocalDate.ofEpochDay(record.getLastDay()),
                    record.getSeverity(),
                    record.isDisputed(),
                    record.getFine(),
                    record.getPerformance(),
                    record.getConduct(),
                    record.getKinds().stream().collect(Collectors.joining(",", "{", "}")));
        }
        if (facts.length() > SEND_FROM || organisations.length() > SEND_FROM) {
            send();
        }
    }

    void finish() throws SQLException {
        send();
        execute("CREATE INDEX ON fact (organisation, decided DESC, id); ANALYZE");
    }

    private void send() throws SQLException {
        copy("organisation", organisations);
        copy("fact", facts);
        organisations = new StringBuilder();
        facts = new StringBuilder();
    }

    private void copy(String table, StringBuilder lines) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private static void line(StringBuilder lines, @Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            lines.append(i == 0 ? "" : "\t");
            lines.append(
                    cells[i] == null
                            ? "\\N"
                            : cells[i].toString()
                                    .replace("\\", "\\\\")
                                    .replace("\t", "\\t")
                                    .replace("\n", "\\n"));
        }
        lines.append('\n');
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Evaluates everybody and writes the results. */
    void run() throws SQLException {
        execute("TRUNCATE result; SET work_mem = '256MB'; " + statement());
    }

    /** Grade and points by organisation; those not rated are left out. */
    Map<Long, String> results() throws SQLException {
        Map<Long, String> results = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT organisation, grade, points FROM result")) {
            while (rows.next()) {
                results.put(rows.getLong(1), rows.getString(2) + " " + rows.getInt(3));
            }
        }
        return results;
    }

    private String statement() {
        return """
                INSERT INTO result (organisation, grade, points, lines)
                WITH rated AS (
                    SELECT id FROM organisation WHERE %s),
                met AS (
                    SELECT f.organisation, f.id, f.decided, f.disputed, u.number, i.dimension, i.ceiling, i.when_none, i.cap,
                           CASE WHEN f.disputed OR i.when_none THEN 0
                                WHEN f.decided >= i.full_from THEN i.points ELSE i.faded END AS points
                      FROM (SELECT x.*, max(x.decided) FILTER (WHERE NOT x.disputed) OVER (
                                       PARTITION BY x.organisation, x.type, x.conduct ORDER BY x.decided
                                       RANGE BETWEEN UNBOUNDED PRECEDING AND '1 day' PRECEDING) AS earlier
                              FROM fact x JOIN rated r ON r.id = x.organisation
                             WHERE x.decided <= TODAY AND (x.last_day IS NULL OR x.last_day >= TODAY)) f
                     CROSS JOIN LATERAL unnest(ARRAY[%s]) u(number)
                      JOIN (VALUES %s) i(number, dimension, full_from, points, faded, cap, ceiling, when_none)
                        ON i.number = u.number),
                sized AS (
                    SELECT m.*, least(m.cap, sum(abs(m.points)) OVER w) - least(m.cap, sum(abs(m.points)) OVER w - abs(m.points))
                               AS size
                      FROM met m
                    WINDOW w AS (PARTITION BY m.organisation, m.number ORDER BY m.decided DESC, m.id
                                 ROWS UNBOUNDED PRECEDING)),
                summed AS (
                    SELECT s.organisation, max(s.ceiling) FILTER (WHERE NOT s.disputed) AS ceiling, %s,
                           jsonb_agg(jsonb_build_array(s.number, s.id, sign(s.points) * s.size)
                               ORDER BY s.dimension, s.number, s.decided DESC, s.id) FILTER (WHERE NOT s.when_none) AS lines
                      FROM sized s GROUP BY s.organisation),
                bounded AS (
                    SELECT r.id, coalesce(m.ceiling, 0) AS ceiling, m.lines, %s FROM rated r
                      LEFT JOIN summed m ON m.organisation = r.id),
                pointed AS (SELECT b.*, %s AS points FROM bounded b)
                SELECT p.id, (ARRAY[%s])[greatest(p.ceiling, %s) + 1], p.points,
                       jsonb_build_object('lines', coalesce(p.lines, '[]'), 'dimensions', jsonb_build_array(%s))
                  FROM pointed p ORDER BY p.id
                """.formatted(
                        scope(),
                        indicators.stream().map(this::met).collect(Collectors.joining(", ")),
                        indicators.stream().map(SqlPeer::values).collect(Collectors.joining(", ")),
                        dimensions("sum(sign(s.points) * s.size) FILTER (WHERE s.dimension = %1$s) AS sum_%1$s", ", ")
                                + noneFound(),
                        IntStream.range(0, model.dimensions().size())
                                .mapToObj(this::within)
                                .collect(Collectors.joining(", ")),
                        dimensions("p_%1$s", " + "),
                        model.grades().stream()
                                .map(grade -> "'" + grade.id() + "'")
                                .collect(Collectors.joining(", ")),
                        grades(),
                        dimensions("p.p_%1$s", ", "))
                .replace("unnest(ARRAY[", "unnest(array_remove(ARRAY[")
                .replace("]) u(number)", "], NULL)) u(number)")
                .replace("TODAY", day(day));
    }

    private String scope() {
        var scope = model.scope();
        String prefixes = scope.prefixes().stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
        if (!scope.subjects().contains(SubjectKind.ORGANISATION) || prefixes.isEmpty()) {
            throw new IllegalStateException("the default model is for some prefixes of organisations");
        }
        return "prefix IN (" + prefixes + ") AND state IS NOT NULL AND state NOT IN ("
                + scope.excludedStates().stream()
                        .map(one -> "'" + one.name() + "'")
                        .collect(Collectors.joining(", "))
                + ") AND known_since + interval '" + scope.leastData() + "' <= " + day(day);
    }

    private static String day(LocalDate day) {
        return "date '" + day + "'";
    }

    private String met(PeerIndicator one) {
        StringBuilder condition =
                new StringBuilder("f.type = " + one.type() + " AND f.decided >= " + day(one.countsFrom()));
        if (one.severity() != null) {
            condition.append(" AND f.severity = '").append(one.severity()).append('\'');
        }
        if (!one.kinds().isEmpty()) {
            condition
                    .append(" AND f.kinds && ARRAY[")
                    .append(one.kinds().stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", ")))
                    .append(']');
        }
        if (one.condition() != null) {
            condition
                    .append(" AND ")
                    .append(one.condition().replace("&&", "AND").replace("==", "="));
        }
        if (one.repeatWithin() != null) {
            condition
                    .append(" AND f.conduct IS NOT NULL AND NOT f.disputed AND f.decided <= f.earlier + interval '")
                    .append(one.repeatWithin())
                    .append('\'');
        }
        return "CASE WHEN " + condition + " THEN " + one.number() + " END";
    }

    private static String values(PeerIndicator one) {
        return "(" + one.number() + ", " + one.dimension() + ", " + day(one.fullFrom()) + ", " + one.points() + ", "
                + one.faded() + ", " + one.cap() + ", " + one.ceiling() + ", " + one.whenNone() + ")";
    }

    private String dimensions(String each, String between) {
        return IntStream.range(0, model.dimensions().size())
                .mapToObj(each::formatted)
                .collect(Collectors.joining(between));
    }

    /** Whether a record keeps the points for the absence of such records away. */
    private String noneFound() {
        return indicators.stream()
                .filter(PeerIndicator::whenNone)
                .map(one -> ", bool_or(s.number = " + one.number() + " AND NOT s.disputed) AS found_" + one.number())
                .collect(Collectors.joining());
    }

    private String within(int number) {
        Dimension dimension = model.dimensions().get(number);
        String none = indicators.stream()
                .filter(one -> one.whenNone() && one.dimension() == number)
                .map(one -> " + CASE WHEN coalesce(m.found_" + one.number() + ", false) THEN 0 ELSE " + one.points()
                        + " END")
                .collect(Collectors.joining());
        return "greatest(0, least(" + dimension.points() + ", " + dimension.start() + " + coalesce(m.sum_" + number
                + ", 0)" + none + ")) AS p_" + number;
    }

    private String grades() {
        StringBuilder text = new StringBuilder("CASE");
        for (int i = 0; i < model.grades().size(); i++) {
            Grade grade = model.grades().get(i);
            text.append(" WHEN p.points >= ")
                    .append(grade.from())
                    .append(" THEN ")
                    .append(i);
        }
        return text.append(" END").toString();
    }
}
