package org.xinheng.server.organisation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.policy.PolicyInForce;

/** An organisation as it stands now, read in one row. */
@Component
final class OrganisationRows implements RowMapper<Organisation> {

    /** Completed by a condition on {@code o}. What was merged into it is walked back to; what was led elsewhere since is left out. */
    static final String SELECT = """
            SELECT o.id, o.code, n.name, r.version, r.state, r.registered_on,
                   coalesce(r.jurisdiction, nullif(concat(r.province, r.city), '')) AS jurisdiction,
                   CASE WHEN o.code IS NULL
                        THEN (SELECT c.code FROM organisation.older_code c WHERE c.organisation_id = o.id
                               ORDER BY c.kind DESC, c.position LIMIT 1) END AS older,
                   ARRAY(SELECT f.name FROM organisation.name f
                          WHERE f.organisation_id = o.id AND f.until IS NOT NULL AND NOT f.heard
                          ORDER BY f.ordinal DESC) AS former_names,
                   CASE WHEN EXISTS (SELECT FROM organisation.redirect d WHERE d.to_id = o.id)
                        THEN ARRAY(WITH RECURSIVE led(id) AS (
                                SELECT o.id
                                UNION SELECT d.from_id FROM organisation.redirect d JOIN led l ON d.to_id = l.id)
                              SELECT l.id FROM led l
                               WHERE l.id <> o.id AND organisation.target(l.id) = o.id ORDER BY l.id) END AS merged
              FROM organisation.organisation o
             CROSS JOIN LATERAL (SELECT m.name FROM organisation.name m
                                  WHERE m.organisation_id = o.id AND m.until IS NULL LIMIT 1) n
              LEFT JOIN LATERAL (SELECT v.* FROM organisation.registration v
                                  WHERE v.organisation_id = o.id ORDER BY v.version DESC LIMIT 1) r ON true
             WHERE\s""";

    private final PolicyInForce policy;

    OrganisationRows(PolicyInForce policy) {
        this.policy = policy;
    }

    private static List<Long> merged(@Nullable Array ids) throws SQLException {
        return ids == null ? List.of() : List.of((Long[]) ids.getArray());
    }

    @Override
    public Organisation mapRow(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        boolean registered = row.getObject("version") != null;
        String name = row.getString("name");
        String[] former = (String[]) row.getArray("former_names").getArray();
        return new Organisation(
                row.getLong("id"),
                code,
                name,
                Arrays.stream(former)
                        .filter(one -> !one.equals(name))
                        .distinct()
                        .toList(),
                CategoryOfCode.prefix(code, row.getString("older"))
                        .map(prefix -> policy.policy().codes().prefixes().get(prefix))
                        .orElse(""),
                registered ? State.valueOf(row.getString("state")) : State.UNKNOWN,
                row.getString("jurisdiction"),
                row.getObject("registered_on", LocalDate.class),
                merged(row.getArray("merged")),
                registered);
    }
}
