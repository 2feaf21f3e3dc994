package org.xinheng.server.publicity.own;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.publicity.own.OwnFilePage.Chapter;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The file of the organisation that signed in, by its own code only, from the archive. */
@Controller
@Requires(Permission.OWN_FILE)
class OwnFileController {

    private final Archive archive;
    private final Holdings holdings;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final ObjectProvider<ChapterOfOwnFile> offers;
    private final Seeing seeing;

    /** Who sees it, when, and that it was seen. */
    private record Seeing(CurrentActor current, AccessLog log, Clock clock) {}

    /** A record that stands, or one that ended. */
    private record Found(RecordVersion version, @Nullable Ended ended) {}

    OwnFileController(
            Archive archive,
            Holdings holdings,
            Organisations organisations,
            PolicyInForce inForce,
            ObjectProvider<ChapterOfOwnFile> offers,
            CurrentActor current,
            AccessLog log,
            Clock clock) {
        this.archive = archive;
        this.holdings = holdings;
        this.organisations = organisations;
        this.inForce = inForce;
        this.offers = offers;
        this.seeing = new Seeing(current, log, clock);
    }

    @GetMapping(OwnFilePage.PATH)
    Answer show(HttpServletRequest request) {
        Actor actor = seeing.current().require(Permission.OWN_FILE);
        Organisation own = actor.organisation() == null
                ? null
                : organisations.findByCode(actor.organisation()).orElse(null);
        if (own == null) {
            return ErrorPage.of(HttpStatus.FORBIDDEN);
        }
        seeing.log().read(actor, "record.own", own.id(), ReadingPurpose.OWN_WORK.code());
        Instant now = seeing.clock().instant();
        Words words = Words.in(Language.of(request));
        Policy policy = inForce.policy();
        List<Found> found = found(own);
        List<RecordVersion> standing = found.stream()
                .filter(one -> one.ended() == null)
                .map(Found::version)
                .toList();
        List<Chapter> chapters = chapters(policy, found, LocalDate.ofInstant(now, Formats.BEIJING));
        int read =
                chapters.stream().mapToInt(chapter -> chapter.records().size()).sum();
        String jurisdiction = own.jurisdiction();
        return new OwnFilePage(
                own,
                jurisdiction == null ? null : policy.division(jurisdiction),
                offers.orderedStream()
                        .flatMap(offer -> offer.of(actor, own, standing, words).stream())
                        .toList(),
                chapters,
                found.size() - read,
                now);
    }

    /** Also what came under an entry of the register that was merged into it. */
    private List<Found> found(Organisation own) {
        List<Found> found = new ArrayList<>();
        for (long id : organisations.idsOf(own.id())) {
            archive.currentOf(id).forEach(version -> found.add(new Found(version, null)));
            holdings.endedOf(id).forEach(one -> found.add(new Found(one.version(), one.ended())));
        }
        return found;
    }

    private static List<Chapter> chapters(Policy policy, List<Found> found, LocalDate day) {
        RecordReader reader = RecordReader.forSubject(policy);
        Map<String, List<Found>> byType = found.stream()
                .sorted(Comparator.comparing((Found one) -> one.version().decidedOn())
                        .reversed())
                .collect(Collectors.groupingBy(one -> one.version().type()));
        Set<String> written = byType.keySet();
        return RecordReader.archived(policy).stream()
                .filter((RecordType type) -> written.contains(type.id()))
                .map(type -> new Chapter(
                        type,
                        byType.getOrDefault(type.id(), List.of()).stream()
                                .map(one -> new OwnRecord(reader.read(one.version()), one.ended(), day))
                                .toList()))
                .toList();
    }
}
