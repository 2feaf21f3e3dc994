package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.Organisations.OrganisationHit;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;

/** Current names and codes for ids; redirects are followed. */
@Component
final class HitLabels {

    /** Of an array of ids: the id asked for, and id, code and name that stand for it. */
    static final String LABELS = """
            SELECT i.id AS asked, o.id, o.code, o.name
              FROM unnest(?) AS i(id)
             CROSS JOIN LATERAL (
                   SELECT o.id, o.code, n.name
                     FROM organisation.organisation o
                     JOIN organisation.name n ON n.organisation_id = o.id AND n.until IS NULL
                    WHERE o.id = CASE WHEN EXISTS (SELECT 1 FROM organisation.redirect d WHERE d.from_id = i.id)
                                      THEN organisation.target(i.id) ELSE i.id END
                    LIMIT 1) o
            """;

    private final JdbcClient sql;

    HitLabels(JdbcClient sql) {
        this.sql = sql;
    }

    Map<Long, OrganisationLabel> find(Collection<Long> ids) {
        Map<Long, OrganisationLabel> labels = HashMap.newHashMap(ids.size());
        sql.sql(LABELS).param(ids.stream().distinct().toArray(Long[]::new)).query(row -> {
            labels.put(
                    row.getLong("asked"),
                    new OrganisationLabel(row.getLong("id"), row.getString("code"), row.getString("name")));
        });
        return labels;
    }

    /** Hits in the order found, an organisation once. */
    List<OrganisationHit> label(Collection<Found> found, Set<Long> exact, int most) {
        if (found.isEmpty()) {
            return List.of();
        }
        var labels = find(found.stream().map(Found::id).toList());
        List<OrganisationHit> hits = new ArrayList<>(most);
        Set<Long> shown = new HashSet<>();
        for (Found one : found) {
            var label = labels.get(one.id());
            if (label != null && hits.size() < most && shown.add(label.id())) {
                hits.add(new OrganisationHit(
                        label.id(), label.code(), label.name(), one.name(), exact.contains(one.id())));
            }
        }
        return hits;
    }
}
