package org.xinheng.server.archive.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.withdrawal.Withdrawals.Outcome;
import org.xinheng.server.archive.withdrawal.Withdrawals.Standing;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.FormText;
import org.xinheng.server.web.Words;

/** Withdrawal by programs. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class WithdrawalApi {

    private final Withdrawals withdrawals;
    private final CurrentActor current;

    WithdrawalApi(Withdrawals withdrawals, CurrentActor current) {
        this.withdrawals = withdrawals;
        this.current = current;
    }

    /**
     * @param dueBy last day on which the law wants it withdrawn and the reasons stated
     * @param warnings what to look at again in the public statement
     */
    record Answer(
            String address,
            String ending,
            String position,
            Instant at,
            LocalDate dueBy,
            boolean inTime,
            boolean provisional,
            String page,
            List<String> warnings) {}

    @PostMapping("/api/v1/records/{address}/withdrawal")
    Answer withdraw(
            @PathVariable String address,
            @RequestBody TypedWithdrawal typed,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        var actor = current.find().orElseThrow();
        refuse(withdrawals.standing(actor, address), words);
        FormCheck check = withdrawals.check(words);
        Withdrawal withdrawal = withdrawals.read(typed, check, words);
        if (check.failed()) {
            throw check.problem();
        }
        return switch (withdrawals.withdraw(actor, address, withdrawal)) {
            case Outcome.Withdrawn done ->
                new Answer(
                        address,
                        Withdrawals.id(org.xinheng.server.archive.Ending.WITHDRAWN),
                        Long.toString(done.position().value()),
                        done.position().at(),
                        done.dueBy(),
                        done.inTime(),
                        done.provisional(),
                        "/records/" + address,
                        check.namesPerson() ? List.of(words.say(FormText.FORM_PERSON_NAMED)) : List.of());
            case Outcome.Refused(Standing standing) -> {
                refuse(standing, words);
                throw new IllegalStateException("refused a record that stands");
            }
        };
    }

    private void refuse(Standing standing, Words words) {
        switch (standing) {
            case Standing.Stands _ -> {}
            case Standing.Unknown _ ->
                throw problem(
                        HttpStatus.NOT_FOUND,
                        "record.unknown",
                        words.say(WithdrawalText.PROBLEM_UNKNOWN),
                        words.say(WithdrawalText.PROBLEM_UNKNOWN_ADVICE));
            case Standing.Foreign foreign ->
                throw problem(
                                HttpStatus.FORBIDDEN,
                                "record.foreign",
                                words.say(WithdrawalText.title(foreign.verdict())),
                                words.say(WithdrawalText.advice(foreign.verdict())))
                        .with("authority", words.say(withdrawals.body(foreign.authority())));
            case Standing.Ended ended ->
                throw problem(
                                HttpStatus.CONFLICT,
                                "record.ended",
                                words.say(
                                        WithdrawalText.PROBLEM_ENDED,
                                        words.say(WithdrawalText.of(ended.how().ending()))),
                                words.say(WithdrawalText.PROBLEM_ENDED_ADVICE))
                        .with("ending", Withdrawals.id(ended.how().ending()))
                        .with("at", ended.how().at().at());
        }
    }

    private static ApiProblem problem(HttpStatus status, String code, String title, String advice) {
        return ApiProblem.of(status, code, title, advice);
    }
}
