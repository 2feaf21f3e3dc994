package org.xinheng.server.measure.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.Permission;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.batch.ListRefused;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.measure.sandbox.SandboxText;
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

    private ApiProblem noReceipt() {
        return problem(
                HttpStatus.NOT_FOUND,
                "check.receipt-unknown",
                CheckText.PROBLEM_RECEIPT,
                CheckText.PROBLEM_RECEIPT_ADVICE);
    }

    ApiProblem exercise() {
        return ApiProblem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "check.sandbox-unavailable",
                words.say(SandboxText.UNAVAILABLE),
                words.say(SandboxText.UNAVAILABLE_ADVICE));
    }

    ApiProblem noSubscription() {
        return problem(
                HttpStatus.NOT_FOUND,
                "check.subscription-unknown",
                CheckText.SUBSCRIPTION_UNKNOWN,
                CheckText.SUBSCRIPTION_UNKNOWN_ADVICE);
    }

    ApiProblem nameTaken(long id) {
        return problem(
                        HttpStatus.CONFLICT,
                        "check.subscription-open",
                        CheckText.SUBSCRIPTION_OPEN,
                        CheckText.SUBSCRIPTION_OPEN_ADVICE)
                .with("subscription", Long.toString(id));
    }

    ApiProblem tooManyLists(int most) {
        return ApiProblem.of(
                HttpStatus.CONFLICT,
                "check.subscriptions-most",
                words.say(CheckText.SUBSCRIPTIONS_MOST),
                words.say(CheckText.SUBSCRIPTIONS_MOST_ADVICE, most));
    }

    ApiProblem listRefused(ListRefused refused) {
        HttpStatus status =
                refused.why() == ListRefused.Why.TOO_LONG ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        String code =
                "check.list-" + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ApiProblem.of(status, code, words.say(CheckText.BATCH_REFUSED), refused.sentence());
    }

    ApiProblem busy(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE, "check.lists-busy", CheckText.BATCH_BUSY, CheckText.BATCH_BUSY_ADVICE);
    }

    /** No receipt that the actor may see; whoever oversees and did not say why is told so. */
    ApiProblem notFound(Actor actor, String purpose) {
        return actor.may(Permission.OVERSEE) && purpose.isBlank()
                ? faults(List.of(new Fault("purpose", CheckText.FAULT_MISSING)))
                : noReceipt();
    }

    private ApiProblem problem(HttpStatus status, String code, CheckText title, CheckText advice) {
        return ApiProblem.of(status, code, words.say(title), words.say(advice));
    }
}
