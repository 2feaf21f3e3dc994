package org.xinheng.core.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;

/**
 * Checks of form and meaning of one row (行校验), compiled once for a record type, a pack and a day, then used for millions
 * of rows by any number of threads. A pure function: register and archive are asked by others.
 *
 * <p>Order: is it about a natural person (then nothing else is looked at), form of each field, what the fields say
 * together. All findings of a row are given at once, so that the source mends it in one go.
 */
public final class RowCheck {

    private final RecordType type;
    private final @Nullable FieldForm[] forms;
    private final @Nullable SubjectCodeForm subjectCode;
    private final PersonTest person;
    private final RowMeaning meaning;
    private final NaturalKey key;
    private final FreeTextMasking masking;
    private final CodeReader codes;
    private final int name;
    private final int decidedOn;

    private RowCheck(RowRules rules) {
        type = rules.type();
        masking = rules.masking();
        codes = rules.codes();
        forms = new FieldForm[type.fields().size()];
        OwnNumbers own = new OwnNumbers(numbers(type));
        List<OlderCodeForm> older = new ArrayList<>();
        int code = type.indexOf(Field.Role.SUBJECT_CODE);
        for (int i = 0; i < forms.length; i++) {
            forms[i] = i == code ? null : form(i, rules, own);
            if (forms[i] instanceof OlderCodeForm one) {
                older.add(one);
            }
        }
        subjectCode = code < 0 ? null : new SubjectCodeForm(code, type.fields().get(code), rules);
        person = new PersonTest(rules, older);
        meaning = new RowMeaning(rules);
        key = NaturalKey.of(type);
        name = type.indexOf(Field.Role.SUBJECT_NAME);
        decidedOn = type.indexOf(Field.Role.DECIDED_ON);
    }

    /**
     * Compiles the checks.
     *
     * @param onDay today (Asia/Shanghai): what lies after it is the future
     * @param source code or id of the delivering authority; null when the rows are not tied to one
     * @param layout the generation of the file's layout: what it has no column for is not demanded; null for none
     * @throws IllegalArgumentException when type and pack do not fit together (a list or field that is not there)
     */
    public static RowCheck of(
            RecordType type, Policy policy, LocalDate onDay, @Nullable String source, @Nullable Layout layout) {
        CodeReader codes = CodeReader.of(policy.codes());
        String code = source == null
                ? null
                : policy.authority(source).map(Authority::code).orElse(source);
        return new RowCheck(new RowRules(
                type,
                policy,
                onDay,
                code,
                layout == null ? Set.of() : Set.copyOf(layout.lacks()),
                codes,
                FreeTextMasking.of(codes)));
    }

    private static @Nullable FieldForm form(int index, RowRules rules, OwnNumbers own) {
        Field field = rules.type().fields().get(index);
        if (field.privacy() == Field.Privacy.DROPPED || field.privacy() == Field.Privacy.PERSON_MARK) {
            return null;
        }
        if (field.role() == Field.Role.SUBJECT_OLDER_CODE) {
            return new OlderCodeForm(index, field, rules, own);
        }
        return switch (field.type()) {
            case TEXT -> new TextForm(index, field, rules, own);
            case DATE -> new DateForm(index, field, rules);
            case AMOUNT_WAN -> new AmountForm(index, field, rules);
            case INTEGER -> new IntegerForm(index, field, rules);
            case ENUM -> new ChoiceForm(index, field, rules);
            case USCC -> new CodeForm(index, field, rules);
            case ORGANISATION_CODE, REGISTRATION_NUMBER -> new OlderCodeForm(index, field, rules, own);
        };
    }

    /** Fields that hold codes and numbers of documents. */
    private static int[] numbers(RecordType type) {
        return IntStream.range(0, type.fields().size())
                .filter(i -> {
                    Field field = type.fields().get(i);
                    if (field.role() == Field.Role.SUBJECT_OLDER_CODE || field.role() == Field.Role.DOCUMENT_NUMBER) {
                        return true;
                    }
                    return switch (field.type()) {
                        case TEXT -> field.privacy() == Field.Privacy.PUBLIC && field.role() != Field.Role.SUBJECT_NAME;
                        case USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> true;
                        case DATE, AMOUNT_WAN, INTEGER, ENUM -> false;
                    };
                })
                .toArray();
    }

    /**
     * The verdict on one row.
     *
     * @param cells raw content in the order of the type's fields, null where blank or without column; not changed
     * @throws IllegalArgumentException when there are not as many cells as fields
     */
    public RowVerdict check(@Nullable String[] cells) {
        RowDraft draft = draft(cells);
        FindingCode outOfScope = person.reason(draft);
        if (outOfScope != null) {
            return new RowVerdict.OutOfScope(outOfScope.code());
        }
        for (int i = 0; i < forms.length; i++) {
            FieldForm form = forms[i];
            String cell = draft.cells[i];
            if (form != null && cell != null) {
                form.read(cell, draft);
            }
        }
        if (subjectCode != null) {
            String cell = draft.cells[subjectCode.index];
            if (cell != null) {
                subjectCode.read(cell, draft);
            }
        }
        meaning.check(draft);
        return draft.refused() ? new RowVerdict.Refused(draft.findings()) : usable(draft);
    }

    /**
     * Whether a row that does not fit its header is about a natural person. Of such a row nobody can say which cell stands
     * under which field, so {@link #check} and {@link #returned} have nothing to say of it.
     *
     * @param cells as delivered, in no order that can be trusted
     * @return the verdict, or null when nothing in the row tells of a person
     */
    public RowVerdict.@Nullable OutOfScope checkMisfit(String[] cells) {
        FindingCode reason = person.reasonInMisfit(cells);
        return reason == null ? null : new RowVerdict.OutOfScope(reason.code());
    }

    /**
     * A row that was not accepted, fit to be given back to its source: personal fields and a name that may be a person's
     * blank, free text and what may be an identity number masked, everything else as delivered. Rows out of scope are not given back at all.
     */
    public @Nullable String[] returned(@Nullable String[] cells) {
        boolean person = meaning.isNamedLikeAPerson(draft(cells));
        @Nullable String[] returned = new @Nullable String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            returned[i] = cell == null || (person && i == name) ? null : returned(cell, i);
        }
        return returned;
    }

    private @Nullable String returned(String cell, int index) {
        if (forms[index] instanceof OlderCodeForm older && older.isPersonal(cell)) {
            return null;
        }
        Field field = type.fields().get(index);
        return switch (field.privacy()) {
            case DROPPED, PERSON_MARK -> null;
            case FREE_TEXT -> masking.mask(cell).text();
            case PUBLIC, SHARED -> {
                CodeFinding code = field.type() == Field.FieldType.USCC ? codes.read(cell) : null;
                yield code != null && code.mayBeResidentId()
                        ? code.masked()
                        : masking.maskIdentity(cell).text();
            }
        };
    }

    private RowDraft draft(@Nullable String[] cells) {
        if (cells.length != forms.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + forms.length + " fields of " + type.id());
        }
        return new RowDraft(cells);
    }

    private RowVerdict usable(RowDraft draft) {
        String called = name < 0 ? null : draft.values[name];
        if (called == null) {
            // Only a pack without a demanded name can come here: the row then has nobody to belong to.
            String field = name < 0 ? null : type.fields().get(name).name();
            return new RowVerdict.Refused(List.of(FindingCode.REQUIRED.finding(field, type.id())));
        }
        boolean coded = draft.codeUse == CheckedRow.CodeUse.ATTACH
                || draft.codeUse == CheckedRow.CodeUse.ATTACH_ON_AUTHORITYS_WORD
                || draft.codeUse == CheckedRow.CodeUse.WAIT_CHECKSUM;
        int day = decidedOn < 0 ? 0 : draft.days[decidedOn];
        return new RowVerdict.Usable(
                new CheckedRow(
                        draft.values,
                        called,
                        coded && subjectCode != null ? draft.values[subjectCode.index] : null,
                        draft.codeUse,
                        day == 0 ? null : DayText.date(day),
                        key.hash(draft.values),
                        draft.masked),
                draft.findings());
    }
}
