package org.xinheng.server.publicity.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordReader;

/** Answers the first page. */
@Controller
@OpenToAll
class HomeController {

    private static final int LATEST = 5;

    private final Portal portal;

    HomeController(Portal portal) {
        this.portal = portal;
    }

    @GetMapping("/")
    HomePage home() {
        LocalDate today = portal.today();
        List<RecordType> types = portal.frontTypes();
        List<Long> counts =
                portal.records().counts(types.stream().map(RecordType::id).toList(), today);
        List<HomePage.Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            shelves.add(new HomePage.Shelf(types.get(i), counts.get(i), latest(types.get(i), today)));
        }
        return new HomePage(shelves);
    }

    private List<HomePage.Item> latest(RecordType type, LocalDate today) {
        RecordReader reader = portal.reader();
        List<RecordVersion> newest = portal.records()
                .list(new PublicRecords.Filter(type.id(), null, null, null, null), null, LATEST, today)
                .records();
        boolean adverse = type.nature() == RecordType.Nature.ADVERSE;
        Map<Long, OrganisationLabel> parties = adverse
                ? Map.of()
                : portal.organisations()
                        .labels(newest.stream()
                                .map(RecordVersion::organisationId)
                                .toList());
        return newest.stream()
                .map(version -> {
                    OrganisationLabel party = parties.get(version.organisationId());
                    return new HomePage.Item(reader.read(version), party == null ? null : party.name());
                })
                .toList();
    }
}
