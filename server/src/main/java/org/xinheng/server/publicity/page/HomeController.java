package org.xinheng.server.publicity.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;

/** Answers the first page. */
@Controller
@OpenToAll
class HomeController {

    private static final int LATEST = 5;

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    HomeController(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    @GetMapping("/")
    HomePage home() {
        Policy policy = inForce.policy();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
        List<RecordType> types = RecordReader.publicTypes(policy);
        List<Long> counts = records.counts(types.stream().map(RecordType::id).toList(), today);
        List<HomePage.Shelf> shelves = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            shelves.add(new HomePage.Shelf(types.get(i), counts.get(i), latest(policy, types.get(i), today)));
        }
        return new HomePage(shelves);
    }

    private List<HomePage.Item> latest(Policy policy, RecordType type, LocalDate today) {
        RecordReader reader = new RecordReader(policy);
        List<RecordVersion> newest = records.list(
                        new PublicRecords.Filter(type.id(), null, null, null, null), null, LATEST, today)
                .records();
        boolean adverse = type.nature() == RecordType.Nature.ADVERSE;
        Map<Long, Organisations.OrganisationLabel> parties = adverse
                ? Map.of()
                : organisations.labels(
                        newest.stream().map(RecordVersion::organisationId).toList());
        return newest.stream()
                .map(version -> {
                    var party = parties.get(version.organisationId());
                    return new HomePage.Item(reader.read(version), party == null ? null : party.name());
                })
                .toList();
    }
}
