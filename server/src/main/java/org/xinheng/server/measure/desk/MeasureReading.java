package org.xinheng.server.measure.desk;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.use.Support;
import org.xinheng.server.measure.applied.Statement;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;

/** From what was typed to a statement, or to what is wrong with it. */
final class MeasureReading {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NUMBER = 128;
    private static final int LONGEST_CODE = 64;

    private static final Map<String, Support.Kind> JUDGEMENTS = Map.of(
            "grade", Support.Kind.GRADE,
            "risk-class", Support.Kind.RISK_CLASS,
            "watch-tag", Support.Kind.WATCH_TAG,
            "number", Support.Kind.NUMBER);

    private final FormCheck check;
    private final Words words;

    MeasureReading(FormCheck check, Words words) {
        this.check = check;
        this.words = words;
    }

    /** Null when something is wrong, which the check then says. Whether it is lawful is another question. */
    @Nullable
    Statement statement(TypedMeasure typed) {
        String code = TypedMeasure.text(typed.code()).strip();
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            check.wrong("code", words.say(MeasureText.FAULT_CODE));
        }
        String measure = check.line("measure", typed.measure(), LONGEST_ID);
        String matter = check.line("matter", typed.matter(), LONGEST_ID);
        String decision = TypedMeasure.text(typed.decision()).isBlank()
                ? ""
                : check.line("decision", typed.decision(), LONGEST_NUMBER);
        return check.failed()
                ? null
                : new Statement(
                        code,
                        matter,
                        measure,
                        address(TypedMeasure.text(typed.record()).strip()),
                        JUDGEMENTS.get(TypedMeasure.text(typed.ground()).strip().toLowerCase(Locale.ROOT)),
                        decision,
                        RowId.read(TypedMeasure.text(typed.receipt()).strip()).orElse(null));
    }

    /** The last part of an address that was copied from a page. */
    private static String address(String typed) {
        return typed.substring(typed.lastIndexOf('/') + 1);
    }
}
