package org.xinheng.server.publicity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.ColumnOfHomePage;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Answers the first page. */
@Controller
@OpenToAll
class HomeController {

    private static final int LATEST = 5;

    private final Portal portal;
    private final ObjectProvider<ColumnOfHomePage> offers;

    HomeController(Portal portal, ObjectProvider<ColumnOfHomePage> offers) {
        this.portal = portal;
        this.offers = offers;
    }

    @GetMapping("/")
    HomePage home(HttpServletRequest request) {
        LocalDate today = portal.today();
        List<RecordType> front = portal.frontTypes();
        Words words = Words.in(Language.of(request));
        return new HomePage(
                figures(front, today),
                front.stream()
                        .map(type -> new HomePage.Shelf(type, latest(type, today)))
                        .toList(),
                offers.orderedStream()
                        .flatMap(offer -> offer.column(words).stream())
                        .toList());
    }

    /** The front types first, then every other of which something is shown. */
    private List<HomePage.Figure> figures(List<RecordType> front, LocalDate today) {
        List<RecordType> types = new ArrayList<>(front);
        portal.types().stream().filter(type -> !front.contains(type)).forEach(types::add);
        List<Long> counts =
                portal.records().counts(types.stream().map(RecordType::id).toList(), today);
        return IntStream.range(0, types.size())
                .filter(i -> i < front.size() || counts.get(i) > 0)
                .mapToObj(i -> new HomePage.Figure(types.get(i), counts.get(i)))
                .toList();
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
