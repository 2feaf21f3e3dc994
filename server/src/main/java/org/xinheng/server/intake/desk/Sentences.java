package org.xinheng.server.intake.desk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.FileFinding;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Says what was found in a delivery of one type: where, what, under which rule, what to do. */
public final class Sentences {

    private static final String BUNDLE = "findings";

    private final Words words;
    private final RecordType type;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();

    public Sentences(Words words, Policy policy, RecordType type) {
        this.words = words;
        this.type = type;
        policy.rules().forEach(rule -> rules.put(rule.id(), rule));
        type.fields().forEach(field -> fields.put(field.name(), field));
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

    public Said say(Finding finding) {
        Rule rule = rule(finding.rule());
        return new Said(
                finding.code(),
                finding.field(),
                titleOf(finding.field()),
                sentence(finding),
                rule.id(),
                rule.basis().citation(),
                finding.weight() == Finding.Weight.WARNING);
    }

    public Said say(FileFinding finding) {
        Rule rule = rule(finding.rule());
        return new Said(
                finding.code(),
                finding.column(),
                titleOf(finding.column()),
                sentence(new Finding(finding.code(), Finding.Weight.REFUSAL, null, finding.facts(), finding.rule())),
                rule.id(),
                rule.basis().citation(),
                false);
    }

    private @Nullable String titleOf(@Nullable String column) {
        Field field = column == null ? null : fields.get(column);
        return field == null ? null : words.say(field.title());
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

    /** A rule that is in the pack no longer leaves the record type's own source standing. */
    private Rule rule(@Nullable String id) {
        Rule rule = id == null ? null : rules.get(id);
        return rule == null ? type.rule() : rule;
    }
}
