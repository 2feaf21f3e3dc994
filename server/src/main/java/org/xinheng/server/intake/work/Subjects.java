package org.xinheng.server.intake.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.spool.StagedRow.Usable;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.Subject;

/**
 * Finds the organisation of each row by its code, batch by batch; a name alone attaches nothing. For a valid code that
 * the register does not hold a stub is opened.
 */
final class Subjects {

    private static final int MOST_REMEMBERED = 50_000;

    private final Organisations organisations;
    private final long deliveryId;
    private final Map<String, Subject> remembered = new LinkedHashMap<>(1 << 10, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Subject> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Subjects(Organisations organisations, long deliveryId) {
        this.organisations = organisations;
        this.deliveryId = deliveryId;
    }

    /** @return a subject or a cause to wait for each row, in order */
    List<Match> match(List<Usable> rows) {
        var found = subjects(rows);
        var matches = new ArrayList<Match>(rows.size());
        for (var row : rows) {
            matches.add(match(row, found));
        }
        return matches;
    }

    private static Match match(Usable row, Map<String, Subject> found) {
        return switch (row.codeUse()) {
            case ATTACH, ATTACH_ON_AUTHORITYS_WORD -> {
                var subject = row.code() == null ? null : found.get(row.code());
                if (subject == null) {
                    throw new IllegalStateException("a usable code without a subject");
                }
                yield isKnown(row.name(), subject)
                        ? new Match.Attached(subject.id())
                        : new Match.Waits(RowCause.NAME_UNLIKE);
            }
            case WAIT_CHECKSUM -> new Match.Waits(RowCause.CHECK_CHARACTER);
            case WAIT_NO_CODE, OLDER_NUMBER, WAIT_MALFORMED -> new Match.Waits(RowCause.NO_CODE);
        };
    }

    private static boolean isKnown(String name, Subject subject) {
        return subject.nameKeys().contains(OrganisationName.key(name));
    }

    private Map<String, Subject> subjects(List<Usable> rows) {
        var found = new HashMap<String, Subject>();
        var names = new LinkedHashMap<String, String>();
        for (var row : rows) {
            var code = attachable(row);
            if (code != null) {
                var known = remembered.get(code);
                if (known == null) {
                    names.putIfAbsent(code, row.name());
                } else {
                    found.put(code, known);
                }
            }
        }
        if (!names.isEmpty()) {
            learn(names, found);
        }
        return found;
    }

    private void learn(Map<String, String> names, Map<String, Subject> found) {
        var registered = organisations.subjects(names.keySet());
        found.putAll(registered);
        remembered.putAll(registered);
        names.keySet().removeAll(registered.keySet());
        if (!names.isEmpty()) {
            var stubs = organisations.openStubs(names, deliveryId);
            found.putAll(stubs);
            remembered.putAll(stubs);
        }
    }

    private static @Nullable String attachable(Usable row) {
        return switch (row.codeUse()) {
            case ATTACH, ATTACH_ON_AUTHORITYS_WORD -> row.code();
            case WAIT_CHECKSUM, WAIT_NO_CODE, OLDER_NUMBER, WAIT_MALFORMED -> null;
        };
    }

    /** What became of the search for a row's organisation. */
    sealed interface Match {
        record Attached(long organisationId) implements Match {}

        record Waits(RowCause cause) implements Match {}
    }
}
