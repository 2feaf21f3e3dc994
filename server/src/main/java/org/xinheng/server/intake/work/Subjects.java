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

    private final Organisations organisations;
    private final long deliveryId;
    private final Acquaintances acquaintances = new Acquaintances();

    Subjects(Organisations organisations, long deliveryId) {
        this.organisations = organisations;
        this.deliveryId = deliveryId;
    }

    /** @return a subject or a cause to wait for each row, in order */
    List<Match> match(List<Usable> rows) {
        acquaintances.makeRoomFor(rows.size());
        var known = known(rows);
        var found = learned(rows, known);
        var matches = new ArrayList<Match>(rows.size());
        for (int i = 0; i < known.length; i++) {
            matches.add(known[i] == 0 ? match(rows.get(i), found) : new Match.Attached(known[i]));
        }
        return matches;
    }

    /** Organisations of the rows whose code came with the same name before, 0 for all others. */
    private long[] known(List<Usable> rows) {
        var known = new long[rows.size()];
        for (int i = 0; i < known.length; i++) {
            var row = rows.get(i);
            var code = attachable(row);
            known[i] = code == null ? 0 : acquaintances.find(code, row.name());
        }
        return known;
    }

    private Match match(Usable row, Map<String, Subject> found) {
        return switch (row.codeUse()) {
            case ATTACH, ATTACH_ON_AUTHORITYS_WORD -> {
                if (row.code() == null) {
                    throw new IllegalStateException("a usable row without a code");
                }
                yield attached(row.code(), row.name(), found);
            }
            case WAIT_CHECKSUM -> new Match.Waits(RowCause.CHECK_CHARACTER);
            case WAIT_NO_CODE, OLDER_NUMBER, WAIT_MALFORMED -> new Match.Waits(RowCause.NO_CODE);
        };
    }

    private Match attached(String code, String name, Map<String, Subject> found) {
        var subject = found.get(code);
        if (subject == null) {
            throw new IllegalStateException("a usable code without a subject");
        }
        if (!isKnown(name, subject)) {
            return new Match.Waits(RowCause.NAME_UNLIKE);
        }
        acquaintances.add(code, name, subject.id());
        return new Match.Attached(subject.id());
    }

    private static boolean isKnown(String name, Subject subject) {
        return subject.nameKeys().contains(OrganisationName.key(name));
    }

    /** Subjects of the codes that came with a name for the first time. */
    private Map<String, Subject> learned(List<Usable> rows, long[] known) {
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < known.length; i++) {
            var code = known[i] == 0 ? attachable(rows.get(i)) : null;
            if (code != null) {
                names.putIfAbsent(code, rows.get(i).name());
            }
        }
        if (names.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<>(organisations.subjects(names.keySet()));
        names.keySet().removeAll(found.keySet());
        if (!names.isEmpty()) {
            found.putAll(organisations.openStubs(names, deliveryId));
        }
        return found;
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
