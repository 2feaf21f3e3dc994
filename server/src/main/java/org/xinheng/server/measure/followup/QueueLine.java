package org.xinheng.server.measure.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.measure.feedback.AskedCheck;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** A hit with its state: answered, still to be answered, or overdue. */
record QueueLine(AskedCheck check, String state, String body, String matter, String organisation, LocalDate due)
        implements CheckColumns.Line {

    static final String OPEN = "open";
    static final String OVERDUE = "overdue";
    static final String ANSWERED = "answered";

    private static final ZoneId ZONE = Formats.BEIJING;

    static List<QueueLine> of(List<AskedCheck> checks, FollowUpDesk desk, Words words) {
        Map<Long, OrganisationLabel> parties =
                desk.parties(checks.stream().map(AskedCheck::organisationId).toList());
        LocalDate today = desk.today();
        return checks.stream()
                .map(check -> {
                    LocalDate due = desk.due(check);
                    String state = check.open().isEmpty() ? ANSWERED : today.isAfter(due) ? OVERDUE : OPEN;
                    return new QueueLine(
                            check,
                            state,
                            desk.bodyOf(check.source(), words),
                            desk.matterOf(check.matter(), words),
                            nameOf(parties.get(check.organisationId())),
                            due);
                })
                .toList();
    }

    private static String nameOf(@Nullable OrganisationLabel party) {
        return party == null ? "" : party.name();
    }

    static FeedbackText words(String state) {
        return switch (state) {
            case OVERDUE -> FeedbackText.STATE_OVERDUE;
            case ANSWERED -> FeedbackText.STATE_ANSWERED;
            default -> FeedbackText.STATE_OPEN;
        };
    }

    /** Nothing typed: whatever waits, overdue or not. */
    boolean in(String typed) {
        return typed.isEmpty() ? !state.equals(ANSWERED) : state.equals(typed);
    }

    @Override
    public long receipt() {
        return check.receipt();
    }

    @Override
    public String caseNumber() {
        return check.caseNumber();
    }

    LocalDate askedOn() {
        return LocalDate.ofInstant(check.askedAt(), ZONE);
    }

    String path() {
        return FeedbackFormPage.PATH + "/" + check.receipt();
    }
}
