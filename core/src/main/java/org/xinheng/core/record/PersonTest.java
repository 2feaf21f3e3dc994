package org.xinheng.core.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;

/**
 * Whether a row concerns a natural person. It runs before every other test, so that of such a row nothing but its number
 * and the reason is ever written down.
 */
final class PersonTest {

    private final RowRules rules;
    private final int name;
    private final int category;
    private final int code;
    private final int[] marks;
    private final List<OlderCodeForm> olderCodes;
    /** All spellings of the categories that are no organisations, as {@link #bare} writes them. */
    private final Set<String> excluded;

    PersonTest(RowRules rules, List<OlderCodeForm> olderCodes) {
        RecordType type = rules.type();
        this.rules = rules;
        this.olderCodes = olderCodes;
        name = type.indexOf(Field.Role.SUBJECT_NAME);
        category = type.indexOf(Field.Role.SUBJECT_CATEGORY);
        code = type.indexOf(Field.Role.SUBJECT_CODE);
        marks = IntStream.range(0, type.fields().size())
                .filter(i -> type.fields().get(i).privacy() == Field.Privacy.PERSON_MARK)
                .toArray();
        excluded = excluded(rules, category < 0 ? null : type.fields().get(category));
    }

    private static Set<String> excluded(RowRules rules, @Nullable Field category) {
        Set<String> spellings = new HashSet<>();
        for (String value : rules.type().excludedSubjects()) {
            spellings.add(bare(value));
            if (category != null && category.codeList() != null) {
                CodeList categories = rules.codeList(category);
                Title title = categories.values().get(value);
                if (title != null) {
                    spellings.add(bare(title.zh()));
                }
                categories.aliases().forEach((spelling, meant) -> {
                    if (meant.equals(value)) {
                        spellings.add(bare(spelling));
                    }
                });
            }
        }
        return Set.copyOf(spellings);
    }

    /** The reason why the row is out of scope, or null. */
    @Nullable
    FindingCode reason(RowDraft draft) {
        if (category >= 0 && isExcluded(draft.cells[category])) {
            return FindingCode.PERSON_CATEGORY;
        }
        for (int mark : marks) {
            String cell = draft.cells[mark];
            if (cell != null && !isPlaceholder(cell)) {
                return FindingCode.PERSON_DOCUMENT;
            }
        }
        return holdsNumber(draft) ? FindingCode.PERSON_NUMBER : null;
    }

    /** The same for a row whose cells stand under no column: any of them may be the one that tells of a person. */
    @Nullable
    FindingCode reasonInMisfit(String[] cells) {
        for (String cell : cells) {
            if (ResidentId.find(cell, 0) >= 0 || isExcluded(cell)) {
                return FindingCode.PERSON_IN_MISFIT;
            }
        }
        return null;
    }

    private boolean holdsNumber(RowDraft draft) {
        String subject = code < 0 ? null : draft.cells[code];
        if (subject != null) {
            draft.subjectCode = rules.codes().read(subject);
            if (draft.subjectCode.has(CodeReason.RESIDENT_ID_NUMBER)) {
                return true;
            }
        } else {
            for (OlderCodeForm older : olderCodes) {
                String cell = draft.cells[older.index];
                if (cell != null && older.isPersonal(cell)) {
                    return true;
                }
            }
        }
        String called = name < 0 ? null : draft.cells[name];
        return called != null && called.length() >= ResidentId.LENGTH && ResidentId.find(called, 0) >= 0;
    }

    private boolean isExcluded(@Nullable String cell) {
        return cell != null && excluded.contains(bare(cell));
    }

    /** Half-width and without blanks or anything else that prints nothing. */
    private static String bare(String cell) {
        StringBuilder bare = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!Glyphs.isBlank(c) && !Glyphs.isInvisible(c) && c >= ' ') {
                bare.append(Character.toUpperCase(Glyphs.narrow(c)));
            }
        }
        return bare.toString();
    }

    /** What clerks write into a cell that has to stay blank. */
    private static boolean isPlaceholder(String cell) {
        if (SpreadsheetTrace.isError(cell)) {
            return true;
        }
        if (cell.equals("无") || cell.equals("空") || cell.equalsIgnoreCase("null")) {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isLetterOrDigit(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
