package org.xinheng.server.readings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Readings;
import org.xinheng.server.access.Readings.Reading;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** In the organisation's own room: who looked, and why. */
@Controller
@Requires(Permission.OWN_FILE)
class OwnReadingsController {

    private static final int SIZE = 50;

    private final Readings readings;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Seeing seeing;

    /** Who sees it, when, and that it was seen. */
    record Seeing(CurrentActor current, AccessLog log, Clock clock) {}

    OwnReadingsController(Readings readings, Organisations organisations, PolicyInForce inForce, Seeing seeing) {
        this.readings = readings;
        this.organisations = organisations;
        this.inForce = inForce;
        this.seeing = seeing;
    }

    @GetMapping(OwnReadingsPage.PATH)
    Answer list(@RequestParam(defaultValue = "9223372036854775807") long before, HttpServletRequest request) {
        Actor actor = seeing.current().require(Permission.OWN_FILE);
        Organisation own = actor.organisation() == null
                ? null
                : organisations.findByCode(actor.organisation()).orElse(null);
        if (own == null) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        seeing.log().read(actor, "readings.own", own.id(), ReadingPurpose.OWN_WORK.code());
        var zone = seeing.clock().getZone();
        LocalDate today = LocalDate.ofInstant(seeing.clock().instant(), zone);
        List<Reading> found = readings.of(organisations.idsOf(own.id()), today, before, SIZE + 1);
        var said = new ReadingWords(inForce.policy(), zone, Words.in(Language.of(request)));
        return new OwnReadingsPage(
                found.stream().limit(SIZE).map(said::line).toList(),
                found.size() > SIZE ? found.get(SIZE - 1).id() : null);
    }
}
