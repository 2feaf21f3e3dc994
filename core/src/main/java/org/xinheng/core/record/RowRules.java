package org.xinheng.core.record;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/**
 * What the checks of one delivery's rows hold against.
 *
 * @param source code of the delivering authority, null when the rows are not tied to one
 * @param lacks fields for which the layout has no column
 */
record RowRules(
        RecordType type,
        Policy policy,
        LocalDate onDay,
        @Nullable String source,
        Set<String> lacks,
        CodeReader codes,
        FreeTextMasking masking) {

    private static final int QUOTED = 40;

    /** @throws IllegalArgumentException when the pack has no such list: a fault of the pack */
    CodeList codeList(Field field) {
        CodeList list = field.codeList() == null ? null : policy.codeLists().get(field.codeList());
        if (list == null) {
            throw new IllegalArgumentException(type.id() + "." + field.name() + " has no code list");
        }
        return list;
    }

    /** Name of a field for people: its Chinese title and its code, as both stand in files. */
    String called(int index) {
        Field field = type.fields().get(index);
        return field.title().zh() + " " + field.name();
    }

    /**
     * A delivered content fit for a message: personal numbers masked, what prints nothing shown as U+FFFD, at most 40
     * characters.
     */
    String quoted(String text) {
        String start = text.length() > 8 * QUOTED ? text.substring(0, 8 * QUOTED) : text;
        String masked = masking.mask(start).text();
        StringBuilder quoted = new StringBuilder();
        int points = 0;
        for (int i = 0; i < masked.length() && points < QUOTED; points++) {
            int point = masked.codePointAt(i);
            i += Character.charCount(point);
            boolean prints = !Character.isISOControl(point)
                    && Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.SURROGATE;
            quoted.appendCodePoint(prints ? point : 0xFFFD);
            if (points == QUOTED - 1 && i < masked.length()) {
                quoted.append('…');
            }
        }
        return quoted.toString();
    }
}
