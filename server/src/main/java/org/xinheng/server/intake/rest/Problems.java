package org.xinheng.server.intake.rest;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.desk.IntakeText;
import org.xinheng.server.web.Words;

/** What can be wrong with a request about deliveries, in the reader's language. */
record Problems(Words words) {

    ApiProblem refused(OrderRefused refused, Policy policy) {
        return switch (refused.reason()) {
            case UNKNOWN_TYPE ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        refused.reason().code(),
                        IntakeText.PROBLEM_TYPE,
                        IntakeText.PROBLEM_TYPE_ADVICE,
                        refused.value(),
                        String.join(" · ", policy.recordTypes().keySet()));
            case UNKNOWN_SOURCE ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        refused.reason().code(),
                        IntakeText.PROBLEM_SOURCE_UNKNOWN,
                        IntakeText.PROBLEM_SOURCE_UNKNOWN_ADVICE,
                        refused.value());
            case KEY_REUSED ->
                problem(
                        HttpStatus.CONFLICT,
                        refused.reason().code(),
                        IntakeText.PROBLEM_KEY_REUSED,
                        IntakeText.PROBLEM_KEY_REUSED_ADVICE);
        };
    }

    ApiProblem noSource() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "delivery.source-missing",
                IntakeText.PROBLEM_SOURCE_MISSING,
                IntakeText.PROBLEM_SOURCE_MISSING_ADVICE);
    }

    ApiProblem otherSource() {
        return problem(
                HttpStatus.FORBIDDEN,
                "delivery.source-other",
                IntakeText.PROBLEM_SOURCE_OTHER,
                IntakeText.PROBLEM_SOURCE_OTHER_ADVICE);
    }

    ApiProblem beyondMandate(Functions.Mandate mandate, Functions.Limit limit) {
        return ApiProblem.of(
                HttpStatus.FORBIDDEN,
                "delivery.mandate",
                words.say(IntakeText.PROBLEM_MANDATE),
                IntakeText.beyond(words, mandate, limit));
    }

    ApiProblem noDelivery(String id) {
        return problem(
                HttpStatus.NOT_FOUND,
                "delivery.unknown",
                IntakeText.PROBLEM_DELIVERY,
                IntakeText.PROBLEM_DELIVERY_ADVICE,
                id);
    }

    ApiProblem underWay(String id) {
        return problem(
                HttpStatus.CONFLICT,
                "delivery.under-way",
                IntakeText.PROBLEM_UNDER_WAY,
                IntakeText.PROBLEM_UNDER_WAY_ADVICE,
                id);
    }

    ApiProblem noRow(int number) {
        return problem(
                HttpStatus.NOT_FOUND, "delivery.no-row", IntakeText.PROBLEM_ROW, IntakeText.PROBLEM_ROW_ADVICE, number);
    }

    ApiProblem noOutcome(String asked) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "delivery.outcome",
                IntakeText.PROBLEM_OUTCOME,
                IntakeText.PROBLEM_OUTCOME_ADVICE,
                asked,
                Arrays.stream(RowOutcome.values()).map(RowOutcome::id).collect(Collectors.joining(" · ")));
    }

    ApiProblem badKey() {
        return problem(HttpStatus.BAD_REQUEST, "delivery.key", IntakeText.PROBLEM_KEY, IntakeText.PROBLEM_KEY_ADVICE);
    }

    ApiProblem bodyOfAForm() {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "delivery.content-type",
                IntakeText.PROBLEM_CONTENT_TYPE,
                IntakeText.PROBLEM_CONTENT_TYPE_ADVICE);
    }

    ApiProblem noFile() {
        return problem(
                HttpStatus.BAD_REQUEST, "delivery.no-file", IntakeText.PROBLEM_FILE, IntakeText.PROBLEM_FILE_ADVICE);
    }

    ApiProblem brokenOff() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "delivery.broken-off",
                IntakeText.PROBLEM_BROKEN_OFF,
                IntakeText.PROBLEM_BROKEN_OFF_ADVICE);
    }

    ApiProblem notKept() {
        return problem(
                HttpStatus.INSUFFICIENT_STORAGE,
                "delivery.not-kept",
                IntakeText.PROBLEM_DISK,
                IntakeText.PROBLEM_DISK_ADVICE);
    }

    private ApiProblem problem(HttpStatus status, String code, IntakeText title, IntakeText advice, Object... facts) {
        return ApiProblem.of(status, code, words.say(title), words.say(advice, facts));
    }
}
