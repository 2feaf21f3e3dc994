package org.xinheng.server.archive.withdrawal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Withdrawal of one record on a page: the form, the check of what was typed, and what stands afterwards. */
public record WithdrawalPage(RecordLine record, Step step) implements PageView {

    /** Where the clerk is. */
    public sealed interface Step {

        /**
         * @param grounds value → title, in the reader's language
         * @param typed shown again as typed
         * @param faults field → sentence
         */
        record Form(Map<String, String> grounds, TypedWithdrawal typed, Map<String, String> faults) implements Step {
            public Form {
                grounds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(grounds));
                faults = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(faults));
            }
        }

        /**
         * @param ground title of the ground
         * @param dueBy last day on which the law wants it withdrawn
         * @param late whether this day has passed
         * @param namesPerson whether the statement seems to name a person
         */
        record Check(TypedWithdrawal typed, Title ground, LocalDate dueBy, boolean late, boolean namesPerson)
                implements Step {}

        record Ended(RecordHistory.Ended how, @Nullable Title ground) implements Step {}
    }

    public String path() {
        return "/records/" + record.address() + "/withdrawal";
    }

    @Override
    public String template() {
        return switch (step) {
            case Step.Form _ -> "records/withdrawal";
            case Step.Check _ -> "records/withdrawal-check";
            case Step.Ended _ -> "records/withdrawal-ended";
        };
    }

    @Override
    public String title(Words words) {
        return words.say(
                switch (step) {
                    case Step.Form _ -> WithdrawalText.FORM_TITLE;
                    case Step.Check _ -> WithdrawalText.CHECK_TITLE;
                    case Step.Ended _ -> WithdrawalText.ENDED_TITLE;
                });
    }

    @Override
    public HttpStatus status() {
        return step instanceof Step.Form form && !form.faults().isEmpty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return OwnRecordsPage.PATH;
    }
}
