package org.xinheng.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Title;

/**
 * Values of a code list: the value, its Chinese title or an alias, one or several in a cell. Several are kept once each in
 * the order of the list, so that the same set is always the same text.
 */
final class ChoiceForm extends FieldForm {

    private static final int MOST_REMEMBERED = 1_000;

    private final CodeList list;
    private final Map<String, Integer> spellings = new HashMap<>();
    private final List<String> values;
    /** Cells with several values, all of them of the list, and what they come to: the same few come again and again. */
    private final Map<String, String> combinations = new ConcurrentHashMap<>();

    ChoiceForm(int index, Field field, RowRules rules) {
        super(index, field, rules);
        list = rules.codeList(field);
        values = List.copyOf(list.values().keySet());
        list.aliases().forEach((alias, value) -> spell(alias, values.indexOf(value)));
        int at = 0;
        for (Map.Entry<String, Title> value : list.values().entrySet()) {
            spell(value.getValue().zh(), at);
            spell(value.getKey(), at);
            at++;
        }
    }

    private void spell(String spelling, int value) {
        if (value >= 0) {
            spellings.put(spelling, value);
            spellings.put(plain(spelling), value);
        }
    }

    @Override
    void read(String text, RowDraft draft) {
        String known = combinations.get(text);
        String value = known == null ? one(text) : known;
        if (value != null) {
            keep(value, draft);
        } else if (field.multiple()) {
            several(text, draft);
        } else {
            unknown(text, text, draft);
        }
    }

    private void keep(String value, RowDraft draft) {
        int fault = TextForm.firstFault(value);
        if (fault >= 0) {
            find(draft, FindingCode.TEXT_CONTROL, TextForm.named(value.charAt(fault)), Integer.toString(fault + 1));
            return;
        }
        int length = value.codePointCount(0, value.length());
        if (length > field.maxLength()) {
            find(draft, FindingCode.TEXT_TOO_LONG, Integer.toString(field.maxLength()), Integer.toString(length));
            return;
        }
        draft.values[index] = value;
    }

    /** The value that a spelling means, an open value in its first form, or null. */
    private @Nullable String one(String text) {
        Integer known = spellings.get(text);
        if (known == null) {
            known = spellings.get(plain(text));
        }
        return known != null ? values.get(known) : open(text);
    }

    private @Nullable String open(String text) {
        for (String prefix : list.openPrefixes()) {
            String rest = text.startsWith(prefix) ? Glyphs.strip(text.substring(prefix.length())) : null;
            if (rest != null && !(field.multiple() && holdsSeparator(rest))) {
                return list.openPrefixes().getFirst()
                        + rules.masking().maskIdentity(rest).text();
            }
        }
        return null;
    }

    private void several(String text, RowDraft draft) {
        boolean[] found = new boolean[values.size()];
        List<String> opened = new ArrayList<>();
        boolean inOpen = false;
        for (String part : parts(text)) {
            Integer known = spellings.get(plain(part));
            String open = known == null ? open(part) : null;
            if (known != null) {
                found[known] = true;
                inOpen = false;
            } else if (open != null) {
                opened.add(open);
                inOpen = true;
            } else if (inOpen) {
                // "其他-责令改正、限期整改": what follows an open value and is no value of the list still describes it.
                opened.add(opened.removeLast() + "，" + part);
            } else {
                unknown(part, text, draft);
                return;
            }
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < found.length; i++) {
            if (found[i]) {
                all.append(all.isEmpty() ? "" : CheckedRow.VALUE_SEPARATOR).append(values.get(i));
            }
        }
        for (String open : opened) {
            all.append(all.isEmpty() ? "" : CheckedRow.VALUE_SEPARATOR).append(open);
        }
        if (all.isEmpty()) {
            unknown(text, text, draft);
        } else {
            keep(all.toString(), draft);
            if (opened.isEmpty() && combinations.size() < MOST_REMEMBERED) {
                combinations.put(text, all.toString());
            }
        }
    }

    private void unknown(String part, String text, RowDraft draft) {
        boolean severalOfOne =
                !field.multiple() && parts(text).size() > 1 && one(parts(text).getFirst()) != null;
        if (severalOfOne) {
            draft.add(FindingCode.VALUE_SEVERAL.finding(field.name(), list.id(), quoted(text)));
            return;
        }
        draft.add(FindingCode.VALUE_UNKNOWN.finding(field.name(), list.id(), quoted(part), accepted()));
    }

    private String accepted() {
        List<String> titles = new ArrayList<>();
        list.values().values().forEach(title -> titles.add(title.zh()));
        list.openPrefixes().stream().findFirst().ifPresent(prefix -> titles.add(prefix + "…"));
        return String.join("、", titles);
    }

    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator(text.charAt(i))) {
                String part = Glyphs.strip(text.substring(from, i));
                if (part != null) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private boolean holdsSeparator(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeparator(char c) {
        return c == CheckedRow.VALUE_SEPARATOR.charAt(0) || list.separators().indexOf(c) >= 0;
    }

    /** Half-width and without blanks; letters in upper case. */
    private static String plain(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char narrow = Character.toUpperCase(Glyphs.narrow(c));
            boolean dropped = Glyphs.isBlank(c) || Glyphs.isInvisible(c);
            if (plain == null && (narrow != c || dropped)) {
                plain = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (plain != null && !dropped) {
                plain.append(narrow);
            }
        }
        return plain == null ? text : plain.toString();
    }
}
