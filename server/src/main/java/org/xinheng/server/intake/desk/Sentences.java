package org.xinheng.server.intake.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Says what was found in a delivery of one type: where, what, under which rule, what to do. */
public final class Sentences {

    private static final String BUNDLE = "findings";

    private final Words words;
    private final RecordType type;
    private final OrganisationNames names;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();

    /** @param names asked for the organisations that findings speak of */
    Sentences(Words words, Policy policy, RecordType type, OrganisationNames names) {
        this.words = words;
        this.type = type;
        this.names = names;
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
        type.fields().forEach(field -> fields.put(field.name(), field));
    }

    /** Name of an organisation, however often it is asked. */
    @FunctionalInterface
    interface OrganisationNames {
        String of(long id);
    }

    /**
     * One finding for people.
     *
     * @param column code of the column, or its header as delivered; null when no column is to blame
     * @param title name of the column in the catalogue
     * @param rule id of the rule that is held; that of the record type where no closer one is named
     * @param basis where the rule comes from, in one line
     * @param warning the row was taken all the same
     */
    public record Said(
            String code,
            @Nullable String column,
            @Nullable String title,
            String sentence,
            String rule,
            String basis,
            boolean warning) {}

    public Words words() {
        return words;
    }

    public RecordType type() {
        return type;
    }

    public Said say(FileFinding finding) {
        return said(
                finding.code(),
                finding.column(),
                new Finding(finding.code(), Finding.Weight.REFUSAL, null, finding.facts(), finding.rule()));
    }

    /** Everything that there is to say of a row, first why it got its answer. */
    public List<Said> say(Delivery delivery, RowReceipt receipt) {
        List<Said> said = new ArrayList<>();
        if (!receipt.reason().isEmpty()) {
            said.add(say(new Finding(receipt.reason(), Finding.Weight.REFUSAL, null, Map.of(), null)));
        }
        String code = receipt.cause().code();
        if (code != null) {
            said.add(say(ofCause(code, delivery, receipt)));
        }
        receipt.findings().forEach(finding -> said.add(say(finding)));
        return said;
    }

    private Finding ofCause(String code, Delivery delivery, RowReceipt receipt) {
        boolean taken = receipt.outcome() == RowOutcome.ACCEPTED || receipt.outcome() == RowOutcome.UNCHANGED;
        Map<String, String> facts = switch (receipt.cause()) {
            case NUMBER_ELSEWHERE -> Map.of("organisation", names.of(receipt.fact()));
            case TWIN, CONFLICT -> Map.of("row", place(delivery, (int) receipt.fact()));
            default -> Map.of();
        };
        return new Finding(
                code, taken ? Finding.Weight.WARNING : Finding.Weight.REFUSAL, columnOf(receipt.cause()), facts, null);
    }

    private static String place(Delivery delivery, int row) {
        Delivery.Place place = delivery.placeOf(row);
        return place.sheet().isEmpty() ? Integer.toString(place.row()) : place.sheet() + "!" + place.row();
    }

    private @Nullable String columnOf(RowCause cause) {
        Field.Role role = switch (cause) {
            case NO_CODE, CHECK_CHARACTER -> Field.Role.SUBJECT_CODE;
            case NAME_UNLIKE -> Field.Role.SUBJECT_NAME;
            case NUMBER_ELSEWHERE, CONFLICT -> Field.Role.DOCUMENT_NUMBER;
            default -> Field.Role.NONE;
        };
        return role == Field.Role.NONE
                ? null
                : type.field(role).map(Field::name).orElse(null);
    }

    private Said say(Finding finding) {
        return said(finding.code(), finding.field(), finding);
    }

    private Said said(String code, @Nullable String column, Finding finding) {
        // A rule that is in the pack no longer leaves the record type's own source standing.
        Rule rule = finding.rule() == null ? type.rule() : rules.getOrDefault(finding.rule(), type.rule());
        Field field = column == null ? null : fields.get(column);
        return new Said(
                code,
                column,
                field == null ? null : words.say(field.title()),
                sentence(finding),
                rule.id(),
                rule.basis().citation(),
                finding.weight() == Finding.Weight.WARNING);
    }

    private String sentence(Finding finding) {
        String written = words.find(BUNDLE, "finding." + finding.code());
        if (written == null) {
            throw new IllegalStateException("no sentence for " + finding.code());
        }
        return inWords(finding).fill(written).strip();
    }

    /** Reasons are codes, and the pack's advice comes in both languages; an absent one leaves nothing behind. */
    private Finding inWords(Finding finding) {
        Map<String, String> facts = new HashMap<>();
        facts.put("advice", "");
        facts.putAll(finding.facts());
        String advice = facts.get(words.language() == Language.ENGLISH ? "en" : "zh");
        if (advice != null) {
            facts.put("advice", advice);
        }
        facts.computeIfPresent("reason", (_, reason) -> {
            String said = words.find(BUNDLE, "reason." + reason);
            return said == null ? reason : said;
        });
        return new Finding(finding.code(), finding.weight(), finding.field(), facts, finding.rule());
    }
}
