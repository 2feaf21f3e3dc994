package org.xinheng.server.measure.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Words;

/** What a form of checks says of its faults, and what of it is shown again. */
final class FormFaults {

    private FormFaults() {}

    /** Sentence by field, in the order of the form. */
    static Map<String, String> sentences(List<Fault> faults, Words words) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Fault fault : faults) {
            sentences.put(
                    fault.field(),
                    words.say(
                            CheckPageText.FAULT_AT,
                            words.say(nameOf(fault.field())),
                            words.say(fault.text(), fault.facts())));
        }
        return sentences;
    }

    private static CheckPageText nameOf(String field) {
        return switch (field) {
            case "code" -> CheckPageText.FORM_CODE;
            case "matter" -> CheckPageText.FORM_MATTER;
            case "purpose" -> CheckPageText.FORM_PURPOSE;
            default -> CheckPageText.FORM_CASE;
        };
    }

    /** Where an identity number was typed, fields with a fault come back empty, so that none stands on a page. */
    static CheckForm withoutIdentity(CheckForm typed, List<Fault> faults) {
        boolean identity = faults.stream()
                .anyMatch(fault ->
                        fault.text() == CheckText.FAULT_CODE_IDENTITY || fault.text() == CheckText.FAULT_IDENTITY);
        if (!identity) {
            return typed;
        }
        List<String> fields = faults.stream().map(Fault::field).toList();
        return new CheckForm(
                kept(fields, "code", typed.code()),
                kept(fields, "matter", typed.matter()),
                kept(fields, "purpose", typed.purpose()),
                kept(fields, "caseNumber", typed.caseNumber()),
                typed.operator());
    }

    private static @Nullable String kept(List<String> faulty, String field, @Nullable String typed) {
        return faulty.contains(field) ? null : typed;
    }
}
