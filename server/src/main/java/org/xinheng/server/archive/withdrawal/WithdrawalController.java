package org.xinheng.server.archive.withdrawal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.clock.DueDate;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.archive.withdrawal.WithdrawalPage.Step;
import org.xinheng.server.archive.withdrawal.Withdrawals.Outcome;
import org.xinheng.server.archive.withdrawal.Withdrawals.Standing;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** Withdrawal by a clerk: form, check of the answers, and only then the act. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class WithdrawalController {

    private static final String CONFIRMED = "confirmed";

    private final Withdrawals withdrawals;
    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final CurrentActor current;

    WithdrawalController(
            Withdrawals withdrawals, PolicyInForce inForce, Organisations organisations, CurrentActor current) {
        this.withdrawals = withdrawals;
        this.inForce = inForce;
        this.organisations = organisations;
        this.current = current;
    }

    @GetMapping("/records/{address}/withdrawal")
    Answer form(@PathVariable String address, HttpServletRequest request) {
        return switch (withdrawals.standing(actor(), address)) {
            case Standing.Stands stands -> form(stands.history(), TypedWithdrawal.NOTHING, Map.of(), words(request));
            case Standing other -> other(other);
        };
    }

    /** @param step {@code confirmed} does it, {@code change} leads back to the form, anything else shows what was typed */
    @PostMapping("/records/{address}/withdrawal")
    Answer submit(
            @PathVariable String address,
            TypedWithdrawal typed,
            @RequestParam(defaultValue = "") String step,
            HttpServletRequest request) {
        return switch (withdrawals.standing(actor(), address)) {
            case Standing.Stands stands -> submit(stands.history(), typed, step, words(request));
            case Standing other -> other(other);
        };
    }

    private Answer submit(RecordHistory history, TypedWithdrawal typed, String step, Words words) {
        FormCheck check = withdrawals.check(words);
        Withdrawal withdrawal = withdrawals.read(typed, check, words);
        if (check.failed() || step.equals("change")) {
            return form(history, typed, check.failed() ? check.faults() : Map.of(), words);
        }
        if (!step.equals(CONFIRMED)) {
            return check(history, withdrawal, check.namesPerson());
        }
        String address = history.versions().getLast().address();
        return switch (withdrawals.withdraw(actor(), address, withdrawal)) {
            case Outcome.Withdrawn _ -> new Redirect("/records/" + address + "/withdrawal");
            case Outcome.Refused(Standing standing) -> other(standing);
        };
    }

    private Answer form(RecordHistory history, TypedWithdrawal typed, Map<String, String> faults, Words words) {
        return new WithdrawalPage(line(history), new Step.Form(withdrawals.grounds(words), typed, faults));
    }

    private Answer check(RecordHistory history, Withdrawal read, boolean namesPerson) {
        LocalDate start = read.documentDate() == null ? withdrawals.today() : read.documentDate();
        DueDate due = withdrawals.due(start);
        String date = read.documentDate() == null ? "" : read.documentDate().toString();
        return new WithdrawalPage(
                line(history),
                new Step.Check(
                        new TypedWithdrawal(read.ground(), read.documentNumber(), date, read.statement()),
                        withdrawals.ground(read.ground()),
                        due.date(),
                        withdrawals.today().isAfter(due.date()),
                        namesPerson));
    }

    private Answer other(Standing standing) {
        return switch (standing) {
            case Standing.Unknown _ -> ErrorPage.of(HttpStatus.NOT_FOUND);
            case Standing.Foreign foreign ->
                new ErrorPage(
                        HttpStatus.FORBIDDEN,
                        WithdrawalText.title(foreign.verdict()),
                        WithdrawalText.advice(foreign.verdict()));
            case Standing.Ended ended ->
                new WithdrawalPage(
                        line(ended.history()),
                        new Step.Ended(ended.how(), ground(ended.how().ground())));
            case Standing.Stands stands -> throw new IllegalStateException("it stands: " + stands);
        };
    }

    private org.xinheng.core.policy.@Nullable Title ground(@Nullable String value) {
        return value == null ? null : withdrawals.ground(value);
    }

    private RecordLine line(RecordHistory history) {
        return new RecordLines(inForce.policy(), organisations)
                .of(history.versions().getLast());
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
