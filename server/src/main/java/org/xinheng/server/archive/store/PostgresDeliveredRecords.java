package org.xinheng.server.archive.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.record.NaturalKey;
import org.xinheng.server.archive.DeliveredRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.SourceScope;

/**
 * Goes back through the acts of the sources, some at a time, and reads what each brought: there is no index by source, and
 * a clerk mostly looks for what came last.
 */
final class PostgresDeliveredRecords implements DeliveredRecords {

    private static final int ACTS_TO_BROWSE = 50;
    private static final int ACTS_TO_SEARCH = 1000;
    private static final int SECONDS = 10;
    private static final Pattern PARTS = Pattern.compile("[\\p{IsHan}\\p{L}\\p{N}]+");

    private static final String ACTS = """
            SELECT id, position FROM archive.act
            WHERE kind IN (0, 4, 5, 6, 10) AND position <= :from AND (:all OR source = ANY (:own))
            ORDER BY position DESC LIMIT :most
            """;

    private final JdbcClient sql;
    private final VersionRows rows;
    private final Stores stores;
    private final PostgresHoldings holdings;
    private final Organisations organisations;

    PostgresDeliveredRecords(
            JdbcTemplate jdbc,
            VersionRows rows,
            Stores stores,
            PostgresHoldings holdings,
            Organisations organisations) {
        jdbc.setQueryTimeout(SECONDS);
        this.sql = JdbcClient.create(jdbc);
        this.rows = rows;
        this.stores = stores;
        this.holdings = holdings;
        this.organisations = organisations;
    }

    /** The last record shown: position of its act and row in it. */
    private record Key(long position, int row) {

        static final Key START = new Key(Long.MAX_VALUE, 0);
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

        static Key of(@Nullable String written) {
            var parts = WRITTEN.matcher(written == null ? "" : written);
            return parts.matches() ? new Key(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))) : START;
        }
    }

    private record Act(long id, long position) {}

    private record Found(RecordVersion record, int row) {

        String key() {
            return record.position() + "." + row;
        }
    }

    @Override
    public Page list(SourceScope scope, String wanted, @Nullable String after, int size) {
        var text = wanted.strip();
        var place = stores.addresses().place(text);
        if (place.isPresent()) {
            return new Page(own(scope, holdings.find(place.get()).stream().toList()), null);
        }
        var organisation = text.isEmpty() ? Optional.<Long>empty() : organisation(text);
        if (organisation.isPresent()) {
            return new Page(own(scope, holdings.currentOf(organisation.get())), null);
        }
        return walk(scope, NaturalKey.documentNumber(text), Key.of(after), size);
    }

    private Optional<Long> organisation(String text) {
        return organisations.findByCode(text).map(found -> found.id());
    }

    private static List<RecordVersion> own(SourceScope scope, List<RecordVersion> records) {
        return records.stream()
                .filter(record -> scope.covers(record.sourceCode()))
                .toList();
    }

    private Page walk(SourceScope scope, String number, Key after, int size) {
        int most = number.isEmpty() ? ACTS_TO_BROWSE : ACTS_TO_SEARCH;
        var found = new ArrayList<Found>();
        var acts = acts(scope, after.position(), most);
        while (!acts.isEmpty() && found.size() <= size) {
            for (var one : brought(acts, number, after, size + 1 - found.size())) {
                found.add(one);
            }
            acts = acts.size() < most ? List.of() : acts(scope, acts.getLast().position() - 1, most);
        }
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                shown.stream().map(Found::record).toList(),
                found.size() > size ? shown.getLast().key() : null);
    }

    private List<Act> acts(SourceScope scope, long from, int most) {
        return sql.sql(ACTS)
                .param("from", from)
                .param("all", scope.all())
                .param(
                        "own",
                        scope.codes().stream()
                                .map(stores.terms()::find)
                                .filter(Objects::nonNull)
                                .toArray(Integer[]::new))
                .param("most", most)
                .query((row, _) -> new Act(row.getLong(1), row.getLong(2)))
                .list();
    }

    private List<Found> brought(List<Act> acts, String number, Key after, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("acts", acts.stream().map(Act::id).toArray(Long[]::new));
        parameters.put("position", after.position());
        parameters.put("row", after.row());
        parameters.put("most", most);
        var conditions = new StringBuilder();
        var parts = PARTS.matcher(number);
        for (int i = 0; parts.find(); i++) {
            parameters.put("part" + i, parts.group());
            // Full-width digits are the same number.
            conditions
                    .append(
                            " AND strpos(translate(upper(convert_from(v.payload, 'UTF8')), '０１２３４５６７８９', '0123456789'), :part")
                    .append(i)
                    .append(") > 0");
        }
        return sql.sql("SELECT " + VersionRows.COLUMNS + ", v.row_no" + VersionRows.FROM
                        + "WHERE v.delivery_id = ANY (:acts)"
                        + " AND (a.position < :position OR (a.position = :position AND v.row_no > :row))" + conditions
                        + " AND" + VersionRows.CURRENT + " ORDER BY a.position DESC, v.row_no LIMIT :most")
                .params(parameters)
                .query((row, at) -> new Found(Objects.requireNonNull(rows.mapRow(row, at)), row.getInt("row_no")))
                .list();
    }
}
