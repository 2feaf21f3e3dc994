package org.xinheng.server.casework.rest;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.xinheng.core.casework.Refusal;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.page.CaseText;
import org.xinheng.server.web.Words;

/** What becomes of what cannot be done: problem details with the reason and what to do. */
final class Problems {

    private Problems() {}

    static ApiProblem of(Outcome outcome, Words words) {
        String advice = words.say(CaseText.PROBLEM_ADVICE);
        return switch (outcome) {
            case Outcome.Refused(Refusal refusal) ->
                ApiProblem.of(status(refusal), "case." + code(refusal), words.say(CaseText.of(refusal)), advice);
            case Outcome.Not not ->
                ApiProblem.of(status(not.why()), "case." + code(not.why()), CaseText.sentence(not, words), advice);
            case Outcome.Elsewhere(var remedy) ->
                ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "case.elsewhere",
                        words.say(CaseText.ELSEWHERE_TITLE),
                        words.say(remedy));
            case Outcome.AlreadyOpen(var file) ->
                ApiProblem.of(HttpStatus.CONFLICT, "case.already-open", words.say(CaseText.ALREADY_OPEN), advice)
                        .with("case", Long.toString(file.id()));
            case Outcome.Done _ -> throw new IllegalArgumentException("nothing is wrong");
        };
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case WRONG_PARTY -> HttpStatus.FORBIDDEN;
            case FINDING_MISSING, NO_FINDING, FINDING_UNNUMBERED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OVERTAKEN,
                    WRONG_STATE,
                    CLOCK_SET_BACK,
                    SUSPENDED,
                    NOT_SUSPENDED,
                    EXTENDED,
                    EXPIRED,
                    NOT_DUE,
                    FINDING_UNUSABLE -> HttpStatus.CONFLICT;
            case UNKNOWN_ACTION,
                    BACKDATED,
                    FUTURE,
                    REASON_MISSING,
                    DOCUMENT_MISSING,
                    NO_SUSPENSION,
                    NO_EXTENSION,
                    UNTIL_MISSING -> HttpStatus.BAD_REQUEST;
        };
    }

    private static HttpStatus status(Outcome.Why why) {
        return switch (why) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FOREIGN, NOT_THE_AUTHORITY, OWN_PROCEEDING, GROUND_LED -> HttpStatus.FORBIDDEN;
            case RECORD_ENDED, TOO_EARLY, BARRED, NOT_CORRECTED, NOT_REPAIRED -> HttpStatus.CONFLICT;
            case GROUND_UNKNOWN,
                    GROUND_SUBJECT,
                    PAPERS_MISSING,
                    APPLIED_TOO_EARLY,
                    NOT_PRESENTED,
                    WITHDRAWAL_GROUND,
                    DOCUMENT_INCOMPLETE -> HttpStatus.BAD_REQUEST;
        };
    }
}
