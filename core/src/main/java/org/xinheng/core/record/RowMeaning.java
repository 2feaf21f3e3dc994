package org.xinheng.core.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Field.Requirement;
import org.xinheng.core.policy.RecordType;

/** What the fields of a row say together: what must be there because of another, and what contradicts another. */
final class RowMeaning {

    /** One field compared with another. */
    private record Order(int later, int earlier, FindingCode code) {}

    /** An amount and the kinds that it belongs to. */
    private record Amount(int field, int kind, Set<String> kinds, List<String> words) {}

    private final RowRules rules;
    private final List<Field> fields;
    private final List<Order> orders = new ArrayList<>();
    private final List<Amount> amounts = new ArrayList<>();
    private final int content;
    private final int name;
    private final int[] codes;

    RowMeaning(RowRules rules) {
        this.rules = rules;
        RecordType type = rules.type();
        fields = type.fields();
        content = type.indexOf(Field.Role.CONTENT);
        name = type.indexOf(Field.Role.SUBJECT_NAME);
        codes = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).role() == Field.Role.SUBJECT_CODE
                        || fields.get(i).role() == Field.Role.SUBJECT_OLDER_CODE)
                .toArray();
        for (int i = 0; i < fields.size(); i++) {
            String other = fields.get(i).bounds().notBefore();
            if (other != null && !DayText.isIso(other)) {
                orders.add(new Order(i, indexOf(other), FindingCode.DATE_BEFORE_FIELD));
            }
        }
        int from = type.indexOf(Field.Role.VALID_FROM);
        int to = type.indexOf(Field.Role.VALID_TO);
        if (from >= 0 && to >= 0 && orders.stream().noneMatch(o -> o.later() == to && o.earlier() == from)) {
            orders.add(new Order(to, from, FindingCode.DATE_ENDS_BEFORE_BEGIN));
        }
        addAmount(Field.Role.FINE_WAN);
        addAmount(Field.Role.CONFISCATION_WAN);
    }

    private int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(rules.type().id() + " has no field " + name);
    }

    private void addAmount(Field.Role role) {
        int index = rules.type().indexOf(role);
        if (index >= 0 && fields.get(index).requirement() instanceof Requirement.WhenHolds holds) {
            int kind = indexOf(holds.field());
            List<String> words = new ArrayList<>();
            if (fields.get(kind).codeList() != null) {
                CodeList list = rules.codeList(fields.get(kind));
                for (String value : holds.values()) {
                    words.add(
                            list.values().containsKey(value)
                                    ? list.values().get(value).zh()
                                    : value);
                }
            }
            amounts.add(new Amount(index, kind, new HashSet<>(holds.values()), words));
        }
    }

    void check(RowDraft draft) {
        for (int i = 0; i < fields.size(); i++) {
            if (draft.cells[i] == null) {
                require(i, draft);
            }
        }
        if (isNamedLikeAPerson(draft)) {
            find(draft, name, FindingCode.NAME_LIKE_A_PERSON);
        }
        for (Order order : orders) {
            int later = draft.days[order.later()];
            int earlier = draft.days[order.earlier()];
            if (later != 0 && earlier != 0 && later < earlier) {
                find(
                        draft,
                        order.later(),
                        order.code(),
                        DayText.iso(later),
                        rules.called(order.earlier()),
                        DayText.iso(earlier));
            }
        }
        for (Amount amount : amounts) {
            if (draft.amounts[amount.field()] > 0) {
                compare(amount, draft);
            }
        }
    }

    /** Whether nothing but a name that may be a person's tells who the row is about. */
    boolean isNamedLikeAPerson(RowDraft draft) {
        String called = name < 0 ? null : draft.cells[name];
        return called != null && PersonNames.isWhole(called) && hasNoCode(draft);
    }

    private boolean hasNoCode(RowDraft draft) {
        for (int code : codes) {
            String cell = draft.cells[code];
            if (cell != null && !rules.codes().read(cell).mayBeResidentId()) {
                return false;
            }
        }
        return true;
    }

    private void require(int index, RowDraft draft) {
        Field field = fields.get(index);
        boolean coded = field.role() == Field.Role.SUBJECT_CODE;
        if (coded || field.privacy() == Field.Privacy.DROPPED || rules.lacks().contains(field.name())) {
            // A row without the subject's code waits for a human; it is never sent back for that alone.
            return;
        }
        switch (field.requirement()) {
            case Requirement.Always() -> find(draft, index, FindingCode.REQUIRED);
            case Requirement.Never() -> {}
            case Requirement.WhenFilled(String other) -> {
                int filled = indexOf(other);
                if (draft.cells[filled] != null) {
                    find(draft, index, FindingCode.REQUIRED_WITH, rules.called(filled));
                }
            }
            case Requirement.WhenHolds(String other, List<String> values) -> {
                int holder = indexOf(other);
                if (holds(draft.values[holder], values)) {
                    find(
                            draft,
                            index,
                            FindingCode.REQUIRED_FOR,
                            rules.called(holder),
                            String.join("、", titles(holder, values)));
                }
            }
        }
    }

    private List<String> titles(int field, List<String> values) {
        if (fields.get(field).codeList() == null) {
            return values;
        }
        CodeList list = rules.codeList(fields.get(field));
        List<String> titles = new ArrayList<>();
        for (String value : values) {
            titles.add(
                    list.values().containsKey(value) ? list.values().get(value).zh() : value);
        }
        return titles;
    }

    private void compare(Amount amount, RowDraft draft) {
        String kinds = draft.values[amount.kind()];
        if (kinds != null && !holds(kinds, amount.kinds())) {
            find(
                    draft,
                    amount.field(),
                    FindingCode.AMOUNT_WITHOUT_KIND,
                    AmountText.plainText(draft.amounts[amount.field()]),
                    rules.called(amount.kind()),
                    String.join("、", amount.words()));
        }
        String text = content < 0 ? null : draft.values[content];
        if (text != null) {
            String yuan = YuanInText.tenThousandth(text, amount.words(), draft.amounts[amount.field()]);
            if (yuan != null) {
                find(
                        draft,
                        amount.field(),
                        FindingCode.AMOUNT_YUAN_IN_TEXT,
                        AmountText.plainText(draft.amounts[amount.field()]),
                        yuan,
                        rules.called(content));
            }
        }
    }

    /** Whether a stored value, one or several, holds any of these; an open prefix stands for all that begin with it. */
    private static boolean holds(@Nullable String stored, Iterable<String> values) {
        if (stored == null) {
            return false;
        }
        for (String value : values) {
            int at = stored.indexOf(value);
            while (at >= 0) {
                boolean starts = at == 0 || stored.charAt(at - 1) == CheckedRow.VALUE_SEPARATOR.charAt(0);
                int end = at + value.length();
                boolean ends = end == stored.length()
                        || stored.charAt(end) == CheckedRow.VALUE_SEPARATOR.charAt(0)
                        || value.endsWith("-");
                if (starts && ends) {
                    return true;
                }
                at = stored.indexOf(value, at + 1);
            }
        }
        return false;
    }

    private void find(RowDraft draft, int field, FindingCode code, String... facts) {
        draft.add(code.finding(fields.get(field).name(), rules.type().id(), facts));
    }
}
