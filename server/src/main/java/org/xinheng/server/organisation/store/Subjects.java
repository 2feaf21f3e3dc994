package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.Organisations.Subject;

/** Subjects by code for rows that arrive by the million, and stubs for codes that the register does not hold. */
@Component
final class Subjects {

    private static final String BY_CODES = "SELECT code, id, name_keys, redirected FROM organisation.subjects(?)";

    /** Itself and all that were ever led to it and still are. */
    private static final String FAMILY = """
            WITH RECURSIVE family(id) AS (
                SELECT organisation.target(?)
                UNION
                SELECT d.from_id FROM family f JOIN organisation.redirect d ON d.to_id = f.id
                 WHERE organisation.target(d.from_id) = organisation.target(f.id))
            SELECT organisation.target(?) AS id, n.name_key
              FROM family f JOIN organisation.name n ON n.organisation_id = f.id
            """;

    private static final String OPEN_STUBS = """
            INSERT INTO organisation.organisation (id, code, position)
            SELECT s.id, s.code, ? FROM unnest(?, ?) AS s(id, code)
            """;

    private final JdbcClient sql;
    private final OrganisationIds ids;
    private final NameWriter names;
    private final Positions positions;
    private final TransactionTemplate own;

    Subjects(
            JdbcClient sql,
            OrganisationIds ids,
            NameWriter names,
            Positions positions,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.ids = ids;
        this.names = names;
        this.positions = positions;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Map<String, Subject> find(Collection<String> codes) {
        String[] distinct = codes.stream().distinct().sorted().toArray(String[]::new);
        Map<String, Subject> subjects = HashMap.newHashMap(distinct.length);
        List<Subject> redirected = new ArrayList<>();
        sql.sql(BY_CODES).param(distinct).query(row -> {
            String code = row.getString(1);
            Subject subject = new Subject(row.getLong(2), code, Arrays.asList((String[])
                    row.getArray(3).getArray()));
            subjects.put(code, subject);
            if (row.getBoolean(4)) {
                redirected.add(subject);
            }
        });
        for (Subject subject : redirected) {
            subjects.put(subject.code(), followed(subject));
        }
        return subjects;
    }

    /**
     * In a short transaction of its own, one at a time and never beside an import of the register: whoever comes second
     * finds the first one's.
     */
    Map<String, Subject> openStubs(Map<String, String> namesByCode, @Nullable Long deliveryId) {
        if (namesByCode.isEmpty()) {
            return Map.of();
        }
        Map<String, Subject> known = find(namesByCode.keySet());
        if (known.size() == namesByCode.size()) {
            return known;
        }
        return own.execute(_ -> {
            long position = positions.take(deliveryId, null);
            Map<String, Subject> subjects = find(namesByCode.keySet());
            Map<String, String> missing = new TreeMap<>(namesByCode);
            missing.keySet().removeAll(subjects.keySet());
            subjects.putAll(opened(missing, position));
            return subjects;
        });
    }

    private Map<String, Subject> opened(Map<String, String> namesByCode, long position) {
        long[] fresh = ids.next(namesByCode.size());
        Map<String, Subject> subjects = new HashMap<>();
        List<NewName> heard = new ArrayList<>();
        namesByCode.forEach((code, raw) -> {
            var name = OrganisationName.of(raw);
            long id = fresh[subjects.size()];
            subjects.put(code, new Subject(id, code, List.of(name.key())));
            heard.add(new NewName(id, 1, name.value(), name.key(), true, position, null));
        });
        String[] codes = namesByCode.keySet().toArray(String[]::new);
        int _ = sql.sql(OPEN_STUBS).params(position, fresh, codes).update();
        names.write(heard);
        return subjects;
    }

    private Subject followed(Subject subject) {
        long[] target = {subject.id()};
        List<String> keys = new ArrayList<>();
        sql.sql(FAMILY).params(subject.id(), subject.id()).query(row -> {
            target[0] = row.getLong(1);
            keys.add(row.getString(2));
        });
        return new Subject(target[0], subject.code(), List.copyOf(keys));
    }
}
