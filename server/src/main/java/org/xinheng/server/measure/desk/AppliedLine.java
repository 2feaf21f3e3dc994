package org.xinheng.server.measure.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.measure.applied.AppliedMeasure;
import org.xinheng.server.measure.applied.AppliedState;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Words;

/**
 * One applied measure as it is listed.
 *
 * @param state in words
 * @param why it is not on; empty when it is
 */
public record AppliedLine(
        AppliedMeasure measure,
        AppliedState.Kind kind,
        String title,
        String matter,
        String organisation,
        @Nullable String code,
        String body,
        String state,
        String why) {

    static List<AppliedLine> of(List<AppliedMeasure> shown, MeasureDesk desk, Words words) {
        Map<Long, AppliedState> states = desk.states(shown);
        Map<Long, OrganisationLabel> parties = desk.parties(shown);
        return shown.stream()
                .map(measure -> of(
                        measure,
                        states.getOrDefault(measure.id(), new AppliedState(AppliedState.Kind.ON, null, List.of())),
                        parties.get(measure.organisationId()),
                        desk,
                        words))
                .toList();
    }

    static AppliedLine of(
            AppliedMeasure measure,
            AppliedState state,
            @Nullable OrganisationLabel party,
            MeasureDesk desk,
            Words words) {
        return new AppliedLine(
                measure,
                state.kind(),
                desk.titleOf(measure.measure(), words),
                desk.matterOf(measure.matter(), words),
                party == null ? "" : party.name(),
                party == null ? null : party.code(),
                desk.nameOf(measure.authority(), words),
                MeasureText.of(state.kind(), words),
                MeasureText.why(state, words));
    }

    public String path() {
        return AppliedPage.PATH + "/" + measure.id();
    }
}
