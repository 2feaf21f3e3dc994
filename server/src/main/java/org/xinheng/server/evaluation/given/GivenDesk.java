package org.xinheng.server.evaluation.given;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.GradeRelease.ByConsent;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.evaluation.given.GivenLines.Line;
import org.xinheng.server.evaluation.given.GivenStore.Feed;
import org.xinheng.server.evaluation.given.Readers.Telling;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Words;

/**
 * Hands lines over to their readers, and shows organisations and the office what was given. At hand-over everything is looked at again
 * that may have changed since the line was written: the rule, of a bad grade whether it is so today and was released, and the grant, of
 * which this is a read.
 */
final class GivenDesk {

    static final int MOST = 200;

    /** Grants stay locked until a page is handed over: a revocation waits for no more than these. */
    private static final int MOST_BY_CONSENT = 20;

    private final GivenStore store;
    private final GivenLines lines;
    private final GivenQueue queue;
    private final Readers readers;
    private final Surroundings around;
    private final AccessLog log;

    GivenDesk(
            GivenStore store, GivenLines lines, GivenQueue queue, Readers readers, Surroundings around, AccessLog log) {
        this.store = store;
        this.lines = lines;
        this.queue = queue;
        this.readers = readers;
        this.around = around;
        this.log = log;
    }

    /** What came of asking for lines. */
    sealed interface Outcome {

        /** @param next cursor to ask with the next time, also when there was nothing new */
        record Page(List<LineView> lines, String next, boolean more) implements Outcome {}

        record Refused(Why why) implements Outcome {}
    }

    /** Why nothing is handed over, and what the reader's program is told. */
    enum Why {
        /** No rule names the reader, and it was never given anything. */
        NOT_NAMED(
                HttpStatus.FORBIDDEN,
                "evaluation.given-not-named",
                GivenText.PROBLEM_NOT_NAMED,
                GivenText.PROBLEM_NOT_NAMED_ADVICE),
        CURSOR(
                HttpStatus.BAD_REQUEST,
                "evaluation.given-cursor",
                GivenText.PROBLEM_CURSOR,
                GivenText.PROBLEM_CURSOR_ADVICE),
        LIMIT(
                HttpStatus.BAD_REQUEST,
                "evaluation.given-limit",
                GivenText.PROBLEM_LIMIT,
                GivenText.PROBLEM_LIMIT_ADVICE),
        /** Lines that it never saw were dropped: it begins again. */
        GONE(HttpStatus.GONE, "evaluation.given-gone", GivenText.PROBLEM_GONE, GivenText.PROBLEM_GONE_ADVICE);

        private final HttpStatus status;
        private final String id;
        private final GivenText sentence;
        private final GivenText advice;

        Why(HttpStatus status, String id, GivenText sentence, GivenText advice) {
            this.status = status;
            this.id = id;
            this.sentence = sentence;
            this.advice = advice;
        }

        /** The advice may name how many lines can be asked for. */
        ApiProblem problem(Words words) {
            return ApiProblem.of(status, id, words.say(sentence), words.say(advice, MOST));
        }
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be logged: then nothing is given out */
    Outcome handOver(Actor actor, String after, int limit, Words words) {
        Feed feed = feed(actor).orElse(null);
        if (feed == null) {
            return new Outcome.Refused(Why.NOT_NAMED);
        }
        Cursor cursor = Cursor.read(after).filter(one -> one.isOf(feed)).orElse(null);
        if (cursor == null) {
            return new Outcome.Refused(Why.CURSOR);
        }
        if (limit < 1 || limit > MOST) {
            return new Outcome.Refused(Why.LIMIT);
        }
        return cursor.isBehind(feed)
                ? new Outcome.Refused(Why.GONE)
                : Objects.requireNonNull(around.transactions().execute(_ -> page(actor, feed, cursor, limit, words)));
    }

    /**
     * One line once more, as a bank takes a grade that was withheld. The cursor stays, and is not asked whether it is behind.
     *
     * @param after given back as it is
     */
    Outcome handOverAgain(Actor actor, String after, long no, Words words) {
        Feed feed = feed(actor).orElse(null);
        if (feed == null) {
            return new Outcome.Refused(Why.NOT_NAMED);
        }
        if (Cursor.read(after).filter(one -> one.isOf(feed)).isEmpty()) {
            return new Outcome.Refused(Why.CURSOR);
        }
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            comesOneByOne(feed, 0);
            return new Outcome.Page(show(actor, feed, lines.one(feed.reader(), no), words), after, false);
        }));
    }

    /**
     * Of two programs that read a feed at once the second waits: else it would not see yet what the first one is handed, and pass over the
     * end of it.
     */
    private void comesOneByOne(Feed feed, long upTo) {
        if (store.feed(feed.reader()).isPresent()) {
            lines.taken(feed.reader(), upTo, around.now());
        }
    }

    private Optional<Feed> feed(Actor actor) {
        return readers.feeds(actor).stream()
                .flatMap(name -> store
                        .feed(name)
                        .or(() -> readers.isNamed(name) ? Optional.of(new Feed(name, 0, 0, 0)) : Optional.empty())
                        .stream())
                .findFirst();
    }

    /** @param feed as it was before any line is read: up to its last number, what is not read now is shown to nobody */
    private Outcome page(Actor actor, Feed feed, Cursor cursor, int limit, Words words) {
        comesOneByOne(feed, cursor.no());
        boolean byConsent = readers.on(around.today()).stream()
                .anyMatch(one -> one.feed().equals(feed.reader()) && one.rule().consent() != null);
        int most = byConsent ? Math.min(limit, MOST_BY_CONSENT) : limit;
        List<Line> found = lines.after(feed.reader(), cursor.no(), most + 1);
        if (cursor.isBehind(store.feed(feed.reader()).orElse(feed))) {
            return new Outcome.Refused(Why.GONE);
        }
        boolean more = found.size() > most;
        List<Line> page = more ? found.subList(0, most) : found;
        List<LineView> views = show(actor, feed, page, words);
        long last = page.isEmpty() ? cursor.no() : page.getLast().no();
        long upTo = more ? last : Math.max(last, feed.last());
        if (store.feed(feed.reader()).isPresent()) {
            lines.taken(feed.reader(), upTo, around.now());
        }
        return new Outcome.Page(views, new Cursor(feed.epoch(), upTo).toString(), more);
    }

    private List<LineView> show(Actor actor, Feed feed, List<Line> page, Words words) {
        Map<Long, OrganisationLabel> labels = around.organisations()
                .labels(page.stream().map(Line::organisation).distinct().toList());
        List<LineView> views = new ArrayList<>();
        List<AccessLog.Read> reads = new ArrayList<>();
        List<Long> handed = new ArrayList<>();
        for (Line line : page) {
            Showing showing = showing(actor, line);
            if (showing != Showing.NOTHING) {
                views.add(view(line, showing, labels.get(line.organisation()), words));
                if (line.grade() != null && showing == Showing.LINE) {
                    handed.add(line.no());
                }
                reads.add(new AccessLog.Read(line.organisation(), ReadingPurpose.OWN_WORK.about(line.no())));
            }
        }
        log.readAll(actor, "evaluation.given", reads);
        lines.handed(feed.reader(), handed, around.now());
        return views;
    }

    /** What a line says at hand-over. */
    private enum Showing {
        LINE,
        /** The grant stands, and its reads are used up: the line comes without its grade. */
        WITHHELD,
        /** Nothing: its end is on the way. */
        NOTHING
    }

    private Showing showing(Actor actor, Line line) {
        String grade = line.grade();
        if (grade == null) {
            return Showing.LINE;
        }
        if (actor.source() != null && !Readers.isOfAuthority(line.reader())) {
            return Showing.NOTHING;
        }
        Telling telling =
                readers.of(line.reader(), line.model(), around.today()).orElse(null);
        if (telling == null || !telling.rule().grades().contains(grade)) {
            return Showing.NOTHING;
        }
        if (telling.bad().contains(grade) && !isReleasedToday(line, grade)) {
            queue.ask(line.organisation(), line.model(), around.now());
            return Showing.NOTHING;
        }
        ByConsent consent = telling.rule().consent();
        if (consent == null) {
            return Showing.LINE;
        }
        var use = new StandingConsents.Use(telling.rule().reader(), consent.purpose(), consent.data());
        Set<Long> organisations = idsOf(line.organisation());
        if (lines.wasHanded(line.reader(), line.no())
                && around.consents().of(organisations, use) instanceof StandingConsents.State.Stands) {
            // It counted when it was first handed over; whoever has to begin again does not use up reads anew.
            return Showing.LINE;
        }
        return switch (around.consents().read(actor, organisations, use, "G-" + line.no())) {
            case PERMITTED -> Showing.LINE;
            case TOO_OFTEN -> Showing.WITHHELD;
            case REFUSED -> {
                queue.ask(line.organisation(), line.model(), around.now());
                yield Showing.NOTHING;
            }
        };
    }

    /** Evaluated anew: lines do not know of what was left to the night, nor of what came a moment ago. */
    private boolean isReleasedToday(Line line, String grade) {
        return around.organisations()
                .find(line.organisation())
                .filter(one -> one.id() == line.organisation())
                .filter(one -> around.evaluations()
                        .explain(line.model(), one, around.today())
                        .flatMap(explained -> explained.result().rated())
                        .filter(result -> result.grade().id().equals(grade)
                                && around.door().opens(line.model(), one, result))
                        .isPresent())
                .isPresent();
    }

    private Set<Long> idsOf(long organisation) {
        return around.organisations().idsOf(organisation);
    }

    private LineView view(Line line, Showing showing, @Nullable OrganisationLabel label, Words words) {
        boolean given = line.grade() != null && showing == Showing.LINE;
        Ended reason = Ended.toldTo(line.reader(), line.reason());
        return new LineView(
                Long.toString(line.no()),
                reason == null ? "GIVEN" : "ENDED",
                label == null ? null : label.code(),
                label == null ? "" : label.name(),
                line.model(),
                title(line.model(), words),
                given ? line.grade() : null,
                given ? title(line.model(), Objects.requireNonNull(line.grade()), words) : null,
                line.day(),
                line.rule(),
                line.edition(),
                line.basis(),
                reason == null ? null : reason.name(),
                reason == null ? null : words.say(GivenText.of(reason)),
                showing == Showing.WITHHELD ? words.say(GivenText.WITHHELD) : null,
                words.say(GivenText.NOTICE));
    }

    private String title(String model, Words words) {
        return model(model).map(one -> words.say(one.rule().title())).orElse(model);
    }

    private String title(String model, String grade, Words words) {
        return model(model).stream()
                .flatMap(one -> one.grades().stream())
                .filter(one -> one.id().equals(grade))
                .findFirst()
                .map(one -> words.say(one.title()))
                .orElse(grade);
    }

    private Optional<EvaluationModel> model(String id) {
        return Optional.ofNullable(policy().instruments().evaluations().get(id));
    }

    private Policy policy() {
        return around.inForce().policy();
    }

    /** What was given of the organisation that signed in, and of no other. */
    List<GivenView> own(Actor actor, long offset, int limit, Words words) {
        Collection<Long> own = ownIds(actor);
        if (own.isEmpty()) {
            return List.of();
        }
        log.read(actor, "evaluation.given", own.iterator().next(), ReadingPurpose.OWN_WORK.code());
        return lines.of(own, offset, limit).stream()
                .map(one -> new GivenView(
                        words.say(readers.title(one.reader())),
                        title(one.model(), words),
                        title(one.model(), one.grade(), words),
                        one.basis(),
                        one.givenOn(),
                        one.endedOn(),
                        one.endedOn() == null ? null : one.endedOn().plusDays(one.keepDays()),
                        one.reason() == null ? null : words.say(GivenText.of(one.reason())),
                        one.takenAt()))
                .toList();
    }

    long countOwn(Actor actor) {
        return lines.countOf(ownIds(actor));
    }

    private Collection<Long> ownIds(Actor actor) {
        return Optional.ofNullable(actor.organisation())
                .flatMap(around.organisations()::findByCode)
                .map(one -> idsOf(one.id()))
                .orElse(Set.of());
    }

    /** Whoever was ever given something; nobody's grade is in it. */
    List<FollowerView> followers(long offset, int limit, Words words) {
        return lines.followers(offset, limit).stream()
                .map(one -> new FollowerView(
                        words.say(readers.title(one.reader())),
                        readers.isNamed(one.reader()),
                        one.standing(),
                        one.takenAt(),
                        one.behind()))
                .toList();
    }

    long countFollowers() {
        return lines.countFollowers();
    }
}
