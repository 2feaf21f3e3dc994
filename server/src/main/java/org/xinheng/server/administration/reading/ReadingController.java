package org.xinheng.server.administration.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadSearch;
import org.xinheng.server.access.ReadSearch.Query;
import org.xinheng.server.access.ReadSearch.Reading;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Words;

/** Who read what: over the whole place, and by one's own body. Looking is a read too and is logged. */
@Controller
class ReadingController {

    static final String ALL = "/readings";
    static final String OWN = "/own-readings";

    /** Days that are looked through where nothing else is asked. */
    private static final int DAYS = 30;

    private final ReadSearch search;
    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final CurrentActor current;
    private final AccessLog log;
    private final Clock clock;

    ReadingController(
            ReadSearch search,
            PolicyInForce inForce,
            Organisations organisations,
            CurrentActor current,
            AccessLog log,
            Clock clock) {
        this.search = search;
        this.inForce = inForce;
        this.organisations = organisations;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    @Requires(Permission.OVERSEE)
    @GetMapping(ALL)
    Answer all(HttpServletRequest request) {
        log.read(current.require(Permission.OVERSEE), "readings", null, ReadingPurpose.OVERSIGHT.code());
        return answer(request, ALL, ReadingText.TITLE, ReadingText.LEAD, null);
    }

    /** For a department: what its own posts and programs read. */
    @Requires(Permission.DELIVER)
    @GetMapping(OWN)
    Answer own(HttpServletRequest request) {
        Actor actor = current.require(Permission.DELIVER);
        log.read(actor, "readings", null, ReadingPurpose.OWN_WORK.code());
        String source = actor.source();
        return answer(
                request, OWN, ReadingText.OWN_TITLE, ReadingText.OWN_LEAD, source == null ? Set.of() : Set.of(source));
    }

    private Answer answer(
            HttpServletRequest request,
            String path,
            ReadingText title,
            ReadingText lead,
            @Nullable Set<String> sources) {
        Words words = Words.in(Language.of(request));
        ListPlan<ReadingLine> plan = ReadingList.plan(path, title);
        ListAsk ask = plan.ask(request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        LocalDate until = day(ask.typed(ReadingList.UNTIL), today);
        LocalDate from = until == null ? null : day(ask.typed(ReadingList.FROM), until.minusDays(DAYS));
        if (from == null || until == null || from.isAfter(until)) {
            return new ErrorPage(HttpStatus.BAD_REQUEST, ReadingText.DAY_WRONG, ReadingText.DAY_WRONG_ADVICE);
        }
        List<Reading> found = search.find(new Query(
                from.atStartOfDay(clock.getZone()).toInstant(),
                until.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                sources,
                ListPlan.MOST));
        return plan.table(
                ask,
                lines(found, words),
                words,
                new TablePage.Said(lead, ReadingText.NONE, ReadingText.NONE_HINT, path, List.of()),
                _ -> null);
    }

    private static @Nullable LocalDate day(String typed, LocalDate otherwise) {
        return typed.isEmpty() ? otherwise : Formats.typedDay(typed).orElse(null);
    }

    private List<ReadingLine> lines(List<Reading> found, Words words) {
        Map<Long, OrganisationLabel> labels = organisations.labels(found.stream()
                .map(Reading::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(reading -> {
                    Long id = reading.organisation();
                    OrganisationLabel party = id == null ? null : labels.get(id);
                    String code = party == null ? null : party.code();
                    return new ReadingLine(
                            reading.at(),
                            body(reading.source(), words),
                            ReadingText.post(reading, words),
                            ReadingText.what(reading.what(), words),
                            party == null ? "" : party.name(),
                            code == null ? "" : code,
                            ReadingText.purpose(reading.purpose(), words));
                })
                .toList();
    }

    private String body(@Nullable String source, Words words) {
        if (source == null) {
            return words.say(ReadingText.BODY_OFFICE);
        }
        return inForce.policy()
                .authority(source)
                .map(Authority::name)
                .map(words::say)
                .orElseGet(() -> inForce.policy()
                        .instruments()
                        .consent()
                        .reader(source)
                        .map(reader -> words.say(reader.rule().title()))
                        .orElse(source));
    }
}
