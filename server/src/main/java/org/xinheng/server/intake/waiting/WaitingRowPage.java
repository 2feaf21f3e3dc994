package org.xinheng.server.intake.waiting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Title;
import org.xinheng.server.intake.RowCause;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows.Candidate;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One waiting row beside those whom it may be about, and what can be decided.
 *
 * @param values title → value as delivered, in the order of the catalogue
 * @param divisions names of the divisions that are in charge of the candidates, by code
 * @param linked whom the last decision was about; null when it was a return or there was none
 * @param maySettle whether the reader may decide
 * @param typed shown again as typed
 * @param faults field → sentence
 */
public record WaitingRowPage(
        WaitingRow row,
        String reason,
        List<Value> values,
        List<Candidate> candidates,
        Map<String, Title> divisions,
        @Nullable OrganisationLabel linked,
        boolean maySettle,
        Typed typed,
        Map<String, String> faults)
        implements PageView {

    public WaitingRowPage {
        values = List.copyOf(values);
        candidates = List.copyOf(candidates);
        divisions = Map.copyOf(divisions);
        faults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public record Value(Title title, String value) {}

    /** What a clerk typed; nothing of it is checked yet. */
    public record Typed(
            @Nullable String organisationId,
            @Nullable String code,
            @Nullable String ground,
            @Nullable String confirmation,
            @Nullable String reason) {

        static final Typed NOTHING = new Typed(null, null, null, null, null);

        public static String again(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    public String path() {
        return WaitingPage.PATH + "/" + row.id();
    }

    /** Name of the division in charge; null when it is not known. */
    public @Nullable Title jurisdiction(Candidate candidate) {
        String code = candidate.organisation().jurisdiction();
        return code == null ? null : divisions.get(code);
    }

    public boolean waits() {
        return row.state() == State.WAITING;
    }

    public boolean confirmable() {
        return row.cause() == RowCause.CHECK_CHARACTER && row.code() != null;
    }

    /** What the last decision was. */
    public WaitingText settled() {
        return switch (row.state()) {
            case LINKED -> WaitingText.SETTLED_LINKED;
            case RETURNED -> WaitingText.SETTLED_RETURNED;
            case WAITING -> linked == null ? WaitingText.SETTLED_RETURNED : WaitingText.SETTLED_UNLINKED;
        };
    }

    @Override
    public String template() {
        return "queues/waiting-row";
    }

    @Override
    public String title(Words words) {
        return words.say(WaitingText.ROW_TITLE, row.id());
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return WaitingPage.PATH;
    }
}
