package org.xinheng.core.record;

import java.time.LocalDate;
import org.xinheng.core.policy.Field;

/** A day (Asia/Shanghai): how it is written, whether it exists, and the bounds that stand in the pack. */
final class DateForm extends FieldForm {

    private final int today;
    private final int earliest;
    private final int longTermFrom;
    private final String longTerm;

    DateForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
        today = number(rules.onDay());
        String notBefore = field.bounds().notBefore();
        earliest = notBefore != null && DayText.isIso(notBefore) ? DayText.parse(notBefore) : 0;
        int year = field.bounds().longTermFromYear();
        longTermFrom = year == 0 ? Integer.MAX_VALUE : year * 10_000;
        longTerm = DayText.iso(year * 10_000 + 12_31);
    }

    static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    @Override
    void read(String text, RowDraft draft) {
        if (longTermFrom != Integer.MAX_VALUE && isLongTerm(text)) {
            draft.days[index] = longTermFrom + 12_31;
            draft.values[index] = longTerm;
            return;
        }
        int day = DayText.parse(text);
        if (day < 0) {
            find(draft, day == DayText.IMPOSSIBLE ? FindingCode.DATE_IMPOSSIBLE : FindingCode.DATE_FORM, quoted(text));
            return;
        }
        if (day < earliest) {
            find(draft, FindingCode.DATE_TOO_EARLY, DayText.iso(day), DayText.iso(earliest));
            return;
        }
        if (field.bounds().notAfterToday() && day > today) {
            find(draft, FindingCode.DATE_FUTURE, DayText.iso(day), DayText.iso(today));
            return;
        }
        draft.days[index] = day;
        if (day >= longTermFrom) {
            draft.values[index] = longTerm;
        } else {
            draft.values[index] = DayText.isIso(text) ? text : DayText.iso(day);
        }
    }

    private static boolean isLongTerm(String text) {
        return switch (text) {
            case "长期", "长期有效", "永久", "永久有效" -> true;
            default -> false;
        };
    }
}
