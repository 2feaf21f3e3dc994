package org.xinheng.server.organisation.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.PastOrganisations;

/** Names, registrations and redirects by their positions. */
@Component
final class SqlPastOrganisations implements PastOrganisations {

    /** As {@link OrganisationRows#SELECT}, with nothing that was written after a position. Completed by a condition on {@code o}. */
    private static final String SELECT = """
            SELECT o.id, o.code, n.name, r.version, r.state, r.registered_on,
                   coalesce(r.jurisdiction, nullif(concat(r.province, r.city), '')) AS jurisdiction,
                   CASE WHEN o.code IS NULL
                        THEN (SELECT c.code FROM organisation.older_code c
                               WHERE c.organisation_id = o.id AND c.position <= :position
                               ORDER BY c.kind DESC, c.position LIMIT 1) END AS older,
                   ARRAY(SELECT f.name FROM organisation.name f
                          WHERE f.organisation_id = o.id AND f.until <= :position AND NOT f.heard
                          ORDER BY f.ordinal DESC) AS former_names,
                   CASE WHEN EXISTS (SELECT FROM organisation.redirect d WHERE d.to_id = o.id AND d.position <= :position)
                        THEN ARRAY(WITH RECURSIVE led(id) AS (
                                SELECT o.id
                                UNION SELECT d.from_id FROM organisation.redirect d JOIN led l ON d.to_id = l.id
                                       WHERE d.position <= :position)
                              SELECT l.id FROM led l
                               WHERE l.id <> o.id AND organisation.target_at(l.id, :position) = o.id
                               ORDER BY l.id) END AS merged
              FROM organisation.organisation o
             CROSS JOIN LATERAL (SELECT m.name FROM organisation.name m
                                  WHERE m.organisation_id = o.id AND m.position <= :position
                                    AND (m.until IS NULL OR m.until > :position)
                                  ORDER BY m.ordinal DESC LIMIT 1) n
              LEFT JOIN LATERAL (SELECT v.* FROM organisation.registration v
                                  WHERE v.organisation_id = o.id AND v.position <= :position
                                  ORDER BY v.version DESC LIMIT 1) r ON true
             WHERE o.position <= :position AND\s""";

    private static final String BY_CODE = SELECT + """
            o.id = organisation.target_at(
                (SELECT c.id FROM organisation.organisation c WHERE c.code = :key AND c.position <= :position), :position)
            """;

    private static final String BY_OLDER_NUMBER = SELECT + """
            o.id IN (SELECT organisation.target_at(c.organisation_id, :position) FROM organisation.older_code c
                      WHERE c.code = :key AND c.position <= :position)
             LIMIT 2
            """;

    private final JdbcClient sql;

    SqlPastOrganisations(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Then at(long position, Policy rules) {
        OrganisationRows rows = new OrganisationRows(() -> rules);
        return new Then() {
            @Override
            public Optional<Organisation> findByCode(String code) {
                return single(find(BY_CODE, code));
            }

            @Override
            public Optional<Organisation> findByOlderNumber(String number) {
                return single(find(BY_OLDER_NUMBER, number));
            }

            private List<Organisation> find(String query, String key) {
                return sql.sql(query)
                        .param("position", position)
                        .param("key", key)
                        .query(rows)
                        .list();
            }
        };
    }

    private static Optional<Organisation> single(List<Organisation> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
