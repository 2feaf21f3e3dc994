package org.xinheng.server.measure.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/**
 * A measure in words: what, by whom, on what ground, by which law, for how long.
 *
 * @param ground the finding that the law names
 * @param lasting how long, counted from the decision
 */
public record MeasureView(
        Measure measure,
        String title,
        String effect,
        String duty,
        String body,
        String ground,
        String lasting,
        String basis,
        List<String> matters,
        List<String> subjects) {

    public MeasureView {
        matters = List.copyOf(matters);
        subjects = List.copyOf(subjects);
    }

    static MeasureView of(Measure measure, Policy policy, Words words) {
        Formats formats = new Formats(words.language());
        return new MeasureView(
                measure,
                words.say(measure.rule().title()),
                words.say(ColumnText.of(measure.effect())),
                words.say(ColumnText.of(measure.duty())),
                words.say(measure.body()),
                ground(measure, policy, words),
                words.say(
                        ColumnText.MEASURES_LASTING_VALUE,
                        formats.period(measure.trigger().lasting())),
                measure.rule().basis().citation(),
                measure.matters().stream()
                        .map(id -> policy.matters().get(id))
                        .map(matter -> title(matter, words))
                        .toList(),
                measure.subjects().stream()
                        .map(kind -> words.say(ColumnText.of(kind)))
                        .toList());
    }

    private static String title(Matter matter, Words words) {
        return words.say(matter.rule().title());
    }

    private static String ground(Measure measure, Policy policy, Words words) {
        Measure.Trigger trigger = measure.trigger();
        List<String> parts = new ArrayList<>(trigger.kinds());
        if (trigger.fineFromYuan() != null) {
            String wan = trigger.fineFromYuan().movePointLeft(4).toPlainString();
            parts.add(words.say(ColumnText.MEASURES_GROUND_FINE, new Formats(words.language()).amount(wan)));
        }
        String type = policy.recordType(trigger.recordType())
                .map(RecordType::title)
                .map(words::say)
                .orElse(trigger.recordType());
        return parts.isEmpty() ? type : type + "：" + String.join("、", parts);
    }

    public boolean restricts() {
        return measure.effect() == Measure.Effect.RESTRICTION;
    }

    boolean speaksOf(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return List.of(title, body, ground, basis, measure.id()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
