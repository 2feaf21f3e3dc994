package org.xinheng.server.measure.desk;

import java.util.List;
import java.util.Map;
import org.xinheng.server.measure.applied.MeasureNotice;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Words;

/** A notice with the measure that it is about. */
public record NoticeLine(MeasureNotice notice, AppliedLine line) {

    static List<NoticeLine> of(List<MeasureNotice> notices, MeasureDesk desk, Words words) {
        Map<Long, OrganisationLabel> parties =
                desk.parties(notices.stream().map(MeasureNotice::measure).toList());
        return notices.stream()
                .map(notice -> new NoticeLine(
                        notice,
                        AppliedLine.of(
                                notice.measure(),
                                notice.state(),
                                parties.get(notice.measure().organisationId()),
                                desk,
                                words)))
                .toList();
    }
}
