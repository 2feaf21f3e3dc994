package org.xinheng.server.evaluation.given;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.given.GivenLines.Line;
import org.xinheng.server.evaluation.given.GivenStore.Feed;
import org.xinheng.server.evaluation.given.Readers.Telling;
import org.xinheng.server.organisation.Organisations.Merged;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Words;

/**
 * What lines say at hand-over. Everything is looked at again that may have changed since a line was written: whether its organisation is
 * an entry of its own still, the rule, of a bad grade whether it is so today and was released, and the grant, of which this is a read. A
 * grade that does not pass is passed over, and looked at by itself: where it holds after all it is given anew, under another number.
 */
final class Showing {

    private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

    private final GivenStore store;
    private final GivenLines lines;
    private final GivenQueue queue;
    private final Readers readers;
    private final Surroundings around;
    private final AccessLog log;

    Showing(GivenStore store, GivenLines lines, GivenQueue queue, Readers readers, Surroundings around, AccessLog log) {
        this.store = store;
        this.lines = lines;
        this.queue = queue;
        this.readers = readers;
        this.around = around;
        this.log = log;
    }

    private enum Shown {
        LINE,
        /** The grant stands, and its reads are used up: the line comes without its grade. */
        WITHHELD,
        /** Nothing, and it is looked at by itself. */
        PASSED,
        /** Nothing: this is not the feed in which the reader is given grades. */
        NOT_HERE
    }

    /**
     * In the transaction that hands them over: they are logged as read, and written down as taken.
     *
     * @param found lines of the feed, in their order
     */
    List<LineView> show(Actor actor, Feed feed, List<Line> found, Words words) {
        Map<Long, OrganisationLabel> labels = labels(found);
        GivenTitles titles = new GivenTitles(around.inForce().policy(), words);
        List<LineView> views = new ArrayList<>();
        List<AccessLog.Read> reads = new ArrayList<>();
        List<Long> graded = new ArrayList<>();
        List<Long> withheld = new ArrayList<>();
        List<Line> passed = new ArrayList<>();
        for (Line line : found) {
            OrganisationLabel label = labels.get(line.organisation());
            Shown shown = shown(actor, line, label);
            switch (shown) {
                case PASSED -> passed.add(line);
                case WITHHELD -> withheld.add(line.no());
                case LINE -> graded.add(line.no());
                case NOT_HERE -> {}
            }
            if (shown == Shown.LINE || shown == Shown.WITHHELD) {
                views.add(view(line, shown, label, titles, words));
                reads.add(new AccessLog.Read(line.organisation(), ReadingPurpose.OWN_WORK.about(line.no())));
            }
        }
        log.readAll(actor, "evaluation.given", reads);
        lines.handed(feed.reader(), graded, true, around.now());
        lines.handed(feed.reader(), withheld, false, around.now());
        passOver(feed, passed);
        return views;
    }

    /** First what stands, then who is due, and those in their order: as everybody takes them. */
    private void passOver(Feed feed, List<Line> passed) {
        store.passed(feed.reader(), passed.stream().map(Line::no).toList());
        passed.stream()
                .sorted(Comparator.comparingLong(Line::organisation).thenComparing(Line::model))
                .forEach(line -> queue.ask(line.organisation(), line.model(), around.now()));
    }

    /** As the reader knows them: an entry that became part of another one goes on by its own code, under the name of the other. */
    private Map<Long, OrganisationLabel> labels(List<Line> found) {
        Map<Long, OrganisationLabel> labels = new HashMap<>(around.organisations()
                .labels(found.stream().map(Line::organisation).distinct().toList()));
        if (labels.entrySet().stream()
                .anyMatch(one -> one.getKey() != one.getValue().id())) {
            Map<Long, Merged> merged = new HashMap<>();
            around.organisations().merged().forEach(one -> merged.put(one.id(), one));
            labels.replaceAll((id, label) -> {
                Merged entry = merged.get(id);
                return entry == null ? label : new OrganisationLabel(label.id(), entry.code(), label.name());
            });
        }
        return labels;
    }

    private Shown shown(Actor actor, Line line, @Nullable OrganisationLabel label) {
        String grade = line.grade();
        if (grade == null) {
            return Shown.LINE;
        }
        if (actor.source() != null && !Readers.isOfAuthority(line.reader())) {
            return Shown.NOT_HERE;
        }
        Telling telling =
                readers.of(line.reader(), line.model(), around.today()).orElse(null);
        boolean stands = telling != null
                && telling.rule().grades().contains(grade)
                && label != null
                && label.id() == line.organisation()
                && (!telling.bad().contains(grade) || isReleasedToday(line, grade));
        if (!stands) {
            return Shown.PASSED;
        }
        return Objects.requireNonNull(telling)
                .use()
                .map(use -> underAGrant(actor, line, use))
                .orElse(Shown.LINE);
    }

    private Shown underAGrant(Actor actor, Line line, StandingConsents.Use use) {
        Set<Long> organisations = around.organisations().idsOf(line.organisation());
        if (lines.wasHanded(line.reader(), line.no())
                && around.consents().of(organisations, use) instanceof StandingConsents.State.Stands) {
            // It counted when it was first handed over; whoever has to begin again does not use up reads anew.
            return Shown.LINE;
        }
        return switch (around.consents().read(actor, organisations, use, "G-" + line.no())) {
            case PERMITTED -> Shown.LINE;
            case TOO_OFTEN -> Shown.WITHHELD;
            case REFUSED -> Shown.PASSED;
        };
    }

    /**
     * Evaluated anew: lines do not know of what was left to the night, nor of what came a moment ago. One that cannot be evaluated is in
     * no other's way, which is why it is read in a transaction of its own.
     */
    private boolean isReleasedToday(Line line, String grade) {
        try {
            return Boolean.TRUE.equals(around.apart()
                    .execute(_ -> around.organisations()
                            .find(line.organisation())
                            .filter(one -> around.evaluations()
                                    .explain(line.model(), one, around.today())
                                    .flatMap(explained -> explained.result().rated())
                                    .filter(result -> result.grade().id().equals(grade)
                                            && around.door().opens(line.model(), one, result))
                                    .isPresent())
                            .isPresent()));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "the grade of organisation {} could not be looked at again: it is passed over",
                    line.organisation(),
                    Silenced.of(e));
            return false;
        }
    }

    private static LineView view(
            Line line, Shown shown, @Nullable OrganisationLabel label, GivenTitles titles, Words words) {
        boolean given = line.grade() != null && shown == Shown.LINE;
        Ended reason = Ended.toldTo(line.reader(), line.reason());
        return new LineView(
                Long.toString(line.no()),
                reason == null ? "GIVEN" : "ENDED",
                line.ends() == null ? null : line.ends().toString(),
                label == null ? null : label.code(),
                label == null ? "" : label.name(),
                line.model(),
                titles.model(line.model()),
                given ? line.grade() : null,
                given ? titles.grade(line.model(), Objects.requireNonNull(line.grade())) : null,
                line.day(),
                line.rule(),
                line.edition(),
                line.basis(),
                reason == null ? null : reason.name(),
                reason == null ? null : words.say(GivenText.of(reason)),
                shown == Shown.WITHHELD ? words.say(GivenText.WITHHELD) : null,
                words.say(GivenText.NOTICE));
    }
}
