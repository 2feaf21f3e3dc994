package org.xinheng.server.organisation.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.core.code.CodeReader;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/** Look-ups by id and code. Batches go by index one by one in the database, whatever the statistics say. */
@Component
final class SqlOrganisations implements Organisations {

    /** Most entries lead nowhere else: only the others are followed, by a function that costs more than all the rest. */
    private static final String BY = OrganisationRows.SELECT + """
            o.id = (SELECT CASE WHEN EXISTS (SELECT FROM organisation.redirect d WHERE d.from_id = c.id)
                                THEN organisation.target(c.id) ELSE c.id END
                      FROM organisation.organisation c WHERE c.%s)
            """;

    private static final String BY_ID = BY.formatted("id = ?");

    /** The array stands in a statement of its own, so that the plan does not hang on its length and PostgreSQL keeps it. */
    private static final String BY_CODES = """
            SELECT asked.code AS asked, found.* FROM unnest((SELECT CAST(? AS text[]))) AS asked(code)
             CROSS JOIN LATERAL (
            """ + BY.formatted("code = asked.code") + " OFFSET 0) AS found";

    /** What the register may hold; other texts, which PostgreSQL might refuse to take, are nobody's code. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,18}");

    private static final String BY_OLDER_NUMBER = OrganisationRows.SELECT + """
            o.id IN (SELECT organisation.target(c.organisation_id) FROM organisation.older_code c WHERE c.code = ?)
             LIMIT 2
            """;

    /** Walked back from the end; what was led elsewhere since is left out. */
    private static final String IDS = """
            WITH RECURSIVE goal(id) AS (SELECT organisation.target(?)),
                 led(id) AS (SELECT g.id FROM goal g
                             UNION SELECT r.from_id FROM organisation.redirect r JOIN led l ON r.to_id = l.id)
            SELECT l.id FROM led l JOIN goal g ON organisation.target(l.id) = g.id ORDER BY l.id <> g.id, l.id
            """;

    private final JdbcClient sql;
    private final OrganisationRows rows;
    private final HitLabels labels;
    private final Subjects subjects;
    private final NameSearch names;
    private final Candidates candidates;
    private final Snapshots snapshots;
    private final FromPolicy<CodeReader> codes;

    SqlOrganisations(
            JdbcClient sql,
            PolicyInForce policy,
            OrganisationRows rows,
            HitLabels labels,
            Subjects subjects,
            NameSearch names,
            Candidates candidates,
            Snapshots snapshots) {
        this.sql = sql;
        this.codes = new FromPolicy<>(policy, inForce -> CodeReader.of(inForce.codes()));
        this.rows = rows;
        this.labels = labels;
        this.subjects = subjects;
        this.names = names;
        this.candidates = candidates;
        this.snapshots = snapshots;
    }

    @Override
    public Optional<Organisation> find(long id) {
        return sql.sql(BY_ID).param(id).query(rows).optional();
    }

    @Override
    public Map<String, Organisation> findByCodes(Set<String> codes) {
        Map<String, String> normalised = new HashMap<>();
        codes.forEach(code -> normalised.put(code, normalised(code)));
        Map<String, Organisation> known = new HashMap<>();
        sql.sql(BY_CODES)
                .param(normalised.values().stream()
                        .filter(code -> CODE.matcher(code).matches())
                        .distinct()
                        .toArray(String[]::new))
                .query((row, number) -> known.put(row.getString("asked"), rows.mapRow(row, number)))
                .list();
        Map<String, Organisation> found = new HashMap<>();
        normalised.forEach((code, plain) -> {
            Organisation organisation = known.get(plain);
            if (organisation != null) {
                found.put(code, organisation);
            }
        });
        return found;
    }

    @Override
    public Optional<Organisation> findByOlderNumber(String number) {
        List<Organisation> found =
                sql.sql(BY_OLDER_NUMBER).param(normalised(number)).query(rows).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public Map<Long, OrganisationLabel> labels(Collection<Long> ids) {
        return labels.find(ids);
    }

    @Override
    public List<OrganisationHit> search(String text, int limit) {
        return names.search(text, normalised(text), limit);
    }

    @Override
    public Map<String, Subject> subjects(Collection<String> codes) {
        return subjects.find(codes);
    }

    @Override
    public Map<String, Subject> openStubs(Map<String, String> namesByCode, long deliveryId) {
        return subjects.openStubs(namesByCode, deliveryId);
    }

    @Override
    public List<OrganisationHit> candidates(String name, int limit) {
        return candidates.find(name, limit);
    }

    @Override
    public long position() {
        return snapshots.position();
    }

    @Override
    public boolean isEmpty() {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM organisation.name WHERE until IS NULL)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<Long> idsOf(long id) {
        return new LinkedHashSet<>(sql.sql(IDS).param(id).query(Long.class).list());
    }

    @Override
    public List<Merged> merged() {
        return snapshots.merged();
    }

    @Override
    public long each(Consumer<Organisation> reader) {
        return snapshots.each(reader);
    }

    @Override
    public long eachChangedSince(long position, Consumer<Organisation> reader) {
        return snapshots.eachChangedSince(position, reader);
    }

    /** A reader holds a table of a million regions: one for all questions under one edition of the pack. */
    private String normalised(String code) {
        return codes.get().read(code).normalised();
    }
}
