package org.xinheng.server.publicity.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;

/**
 * A record as the public sees it.
 *
 * @param what title of the document, or the conduct that it is about
 * @param kinds kinds of act, from the code list
 * @param law legal basis as the authority stated it
 * @param severity severity class of an adverse record
 * @param reasons why it is shown and for how long, step by step
 * @param fields every public field that has a value, in the order of the catalogue
 */
public record RecordCard(
        RecordVersion version,
        RecordType type,
        String what,
        List<Title> kinds,
        @Nullable String number,
        String authority,
        String source,
        @Nullable String law,
        @Nullable Title severity,
        List<Reason> reasons,
        List<FieldView> fields) {

    public RecordCard {
        kinds = List.copyOf(kinds);
        reasons = List.copyOf(reasons);
        fields = List.copyOf(fields);
    }

    /** Whether the catalogue opens its type to the public. */
    public boolean open() {
        return type.openness() == RecordType.Openness.PUBLIC;
    }

    public boolean adverse() {
        return type.nature() == RecordType.Nature.ADVERSE;
    }

    /** Marks that are shown beside it: disputed, under review or in court, with a statement of its subject. */
    public List<RecordMark> shownMarks() {
        return version.marks().stream().filter(mark -> !mark.kind().suspends()).toList();
    }

    public String path() {
        return "/records/" + version.address();
    }

    public LocalDate decidedOn() {
        return version.decidedOn();
    }

    public @Nullable DateWindow window() {
        return version.window();
    }
}
