package org.xinheng.server.publicity.page;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;

/** The page of a record. Its address says nothing about it; where it stood, 410 says that it stands no longer. */
@Controller
@OpenToAll
class RecordController {

    private final Portal portal;

    RecordController(Portal portal) {
        this.portal = portal;
    }

    @GetMapping("/records/{address}")
    Answer record(@PathVariable String address) {
        return switch (portal.records().find(address, portal.today())) {
            case Sight.Visible(RecordVersion version) -> shown(version);
            case Sight.Suspended _ -> new SuspendedPage();
            case Sight.Gone(var statement) -> new GonePage(statement);
            case Sight.Unknown unknown -> ErrorPage.of(HttpStatus.NOT_FOUND);
        };
    }

    private RecordPage shown(RecordVersion version) {
        return new RecordPage(
                portal.reader().read(version),
                portal.organisations().labels(List.of(version.organisationId())).get(version.organisationId()));
    }
}
