package org.xinheng.server.publicity.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.page.OrganisationPage.Chapter;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The page of an organisation. Another spelling of its code, or the code of an entry merged into it, leads on to it. */
@Controller
@OpenToAll
class OrganisationController {

    private static final int CARDS = 20;

    private final Portal portal;
    private final OrganisationFiles files;

    OrganisationController(Portal portal, OrganisationFiles files) {
        this.portal = portal;
        this.files = files;
    }

    /** @param whole id of the record type that is shown whole; the others are cut to the newest */
    @GetMapping("/organisations/{code}")
    Answer organisation(
            @PathVariable String code,
            @RequestParam(name = "all", required = false) @Nullable String whole,
            HttpServletRequest request) {
        OrganisationFiles.File file = files.read(code);
        if (file == null || file.organisation().code() == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Organisation organisation = file.organisation();
        if (!code.equals(organisation.code())) {
            return new Redirect("/organisations/" + organisation.code());
        }
        String jurisdiction = organisation.jurisdiction();
        return new OrganisationPage(
                organisation,
                jurisdiction == null ? null : portal.policy().division(jurisdiction),
                chapters(file.records(), whole),
                file.chapters(Words.in(Language.of(request))));
    }

    private List<Chapter> chapters(List<RecordVersion> records, @Nullable String whole) {
        RecordReader reader = portal.reader();
        List<RecordType> front = portal.frontTypes();
        Map<String, List<RecordVersion>> byType = records.stream()
                .sorted(Comparator.comparing(RecordVersion::decidedOn).reversed())
                .collect(Collectors.groupingBy(RecordVersion::type));
        List<Chapter> chapters = new ArrayList<>();
        for (RecordType type : portal.types()) {
            List<RecordVersion> ofType = byType.getOrDefault(type.id(), List.of());
            int shown = type.id().equals(whole) ? ofType.size() : Math.min(CARDS, ofType.size());
            chapters.add(new Chapter(
                    type,
                    ofType.subList(0, shown).stream().map(reader::inShort).toList(),
                    ofType.size(),
                    front.contains(type)));
        }
        return chapters;
    }
}
