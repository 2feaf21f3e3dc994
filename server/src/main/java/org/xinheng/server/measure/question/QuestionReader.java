package org.xinheng.server.measure.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;
import org.xinheng.core.policy.Matter;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.policy.PolicyInForce;

/** Reads a question; nothing of one that is not in order is kept, logged or said again. */
public final class QuestionReader {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_MATTER = 100;
    private static final int LONGEST_TEXT = 200;

    private final PolicyInForce inForce;
    private final Clock clock;
    private final FromPolicy<CodeReader> codes;

    public QuestionReader(PolicyInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
        this.codes = new FromPolicy<>(inForce, policy -> CodeReader.of(policy.codes()));
    }

    public Reading read(CheckForm form) {
        CodeReading code = readCode(form.code());
        List<Fault> ofName = new ArrayList<>(0);
        String name = form.name() == null || form.name().isBlank() ? "" : readLine("name", form.name(), ofName);
        List<Fault> own = new ArrayList<>(code.faults());
        own.addAll(ofName);
        return switch (readFrame(form)) {
            case FrameReading.Faulty(List<Fault> faults) -> {
                own.addAll(faults);
                yield new Reading.Faulty(own);
            }
            case FrameReading.NoSuchMatter() -> own.isEmpty() ? new Reading.NoSuchMatter() : new Reading.Faulty(own);
            case FrameReading.InOrder(Frame frame) ->
                own.isEmpty() ? new Reading.InOrder(frame.about(code.finding()).named(name)) : new Reading.Faulty(own);
        };
    }

    /** A code by itself, as it stands in a list. */
    public CodeReading readCode(@Nullable String sent) {
        List<Fault> faults = new ArrayList<>(0);
        String code = text("code", sent, LONGEST_CODE, faults);
        CodeFinding finding = codes.get().read(code);
        if (!code.isEmpty()) {
            codeFault(finding, faults);
        }
        return new CodeReading(finding, faults);
    }

    /**
     * One line of plain text without an identity number in it.
     *
     * @param faults what is wrong with it is added here
     * @return stripped; empty when it has a fault
     */
    public String readLine(String field, @Nullable String sent, List<Fault> faults) {
        return text(field, sent, LONGEST_TEXT, faults);
    }

    /** All but the code, which a list has once for each line. */
    public FrameReading readFrame(CheckForm form) {
        List<Fault> faults = new ArrayList<>(0);
        String matter = text("matter", form.matter(), LONGEST_MATTER, faults);
        String purpose = text("purpose", form.purpose(), LONGEST_TEXT, faults);
        String caseNumber = text("caseNumber", form.caseNumber(), LONGEST_TEXT, faults);
        String operator = text("operator", form.operator(), LONGEST_TEXT, faults);
        if (!faults.isEmpty()) {
            return new FrameReading.Faulty(faults);
        }
        Matter known = matterOn(matter, LocalDate.ofInstant(clock.instant(), clock.getZone()));
        return known == null
                ? new FrameReading.NoSuchMatter()
                : new FrameReading.InOrder(new Frame(known, purpose, caseNumber, operator));
    }

    /** The matters in force on a day, in the order of the pack. */
    public List<Matter> matters(LocalDate day) {
        return inForce.policy().matters().values().stream()
                .filter(matter -> matter.rule().validity().covers(day))
                .toList();
    }

    private @Nullable Matter matterOn(String id, LocalDate day) {
        Matter matter = inForce.policy().matters().get(id);
        return matter != null && matter.rule().validity().covers(day) ? matter : null;
    }

    /** The stripped text, empty when it has a fault. */
    private static String text(String field, @Nullable String sent, int longest, List<Fault> faults) {
        String text = sent == null ? "" : sent.strip();
        Fault fault = null;
        if (text.isEmpty()) {
            fault = new Fault(field, CheckText.FAULT_MISSING);
        } else if (text.length() > longest) {
            fault = new Fault(field, CheckText.FAULT_LONG, longest);
        } else if (!isPlain(text)) {
            fault = new Fault(field, CheckText.FAULT_CHARACTER);
        } else if (!field.equals("code") && ResidentId.find(text, 0) >= 0) {
            fault = new Fault(field, CheckText.FAULT_IDENTITY);
        }
        if (fault == null) {
            return text;
        }
        faults.add(fault);
        return "";
    }

    /** Neither control characters nor halves of surrogate pairs: both would be lost or refused on the way. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void codeFault(CodeFinding finding, List<Fault> faults) {
        if (finding.has(CodeReason.RESIDENT_ID_NUMBER)) {
            faults.add(new Fault("code", CheckText.FAULT_CODE_IDENTITY));
        } else if (finding.verdict() == Verdict.INVALID) {
            faults.add(new Fault("code", CheckText.FAULT_CODE));
        }
    }
}
