package org.xinheng.server.measure.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Words;

/** What can be wrong with a check, in the reader's language. */
record Problems(Words words) {

    static Problems in(@Nullable String acceptLanguage) {
        return new Problems(Words.accepted(acceptLanguage));
    }

    ApiProblem faults(List<Fault> faults) {
        return problem(HttpStatus.BAD_REQUEST, "fields", CheckText.FAULT_TITLE, CheckText.FAULT_DETAIL)
                .with(
                        "errors",
                        faults.stream()
                                .map(fault -> Map.of(
                                        "field", fault.field(),
                                        "message", words.say(fault.text(), fault.facts())))
                                .toList());
    }

    ApiProblem noMatter() {
        return problem(
                HttpStatus.NOT_FOUND,
                "check.matter-unknown",
                CheckText.PROBLEM_MATTER,
                CheckText.PROBLEM_MATTER_ADVICE);
    }

    ApiProblem noReceipt() {
        return problem(
                HttpStatus.NOT_FOUND,
                "check.receipt-unknown",
                CheckText.PROBLEM_RECEIPT,
                CheckText.PROBLEM_RECEIPT_ADVICE);
    }

    private ApiProblem problem(HttpStatus status, String code, CheckText title, CheckText advice) {
        return ApiProblem.of(status, code, words.say(title), words.say(advice));
    }
}
