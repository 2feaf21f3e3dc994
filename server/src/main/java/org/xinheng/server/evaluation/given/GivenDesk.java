package org.xinheng.server.evaluation.given;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.evaluation.given.GivenLines.Line;
import org.xinheng.server.evaluation.given.GivenStore.Feed;
import org.xinheng.server.web.Words;

/**
 * Hands the lines of its feed over to a reader's program, from a cursor on. What each line says is a matter of {@link Showing}; where what
 * is given was not brought up to date for a day, nothing is handed over.
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
    private final Showing showing;

    GivenDesk(
            GivenStore store,
            GivenLines lines,
            GivenQueue queue,
            Readers readers,
            Surroundings around,
            Showing showing) {
        this.store = store;
        this.lines = lines;
        this.queue = queue;
        this.readers = readers;
        this.around = around;
        this.showing = showing;
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
        /** Lines that it never saw were dropped, or it reads another feed now: it begins again. */
        GONE(HttpStatus.GONE, "evaluation.given-gone", GivenText.PROBLEM_GONE, GivenText.PROBLEM_GONE_ADVICE),
        /** What stands was not brought up to date for a day: it may be over. */
        STANDS_STILL(
                HttpStatus.SERVICE_UNAVAILABLE,
                "evaluation.given-stands-still",
                GivenText.PROBLEM_STANDS_STILL,
                GivenText.PROBLEM_STANDS_STILL_ADVICE);

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
        if (limit < 1 || limit > MOST) {
            return new Outcome.Refused(Why.LIMIT);
        }
        return within(actor, after, (feed, cursor) -> {
            if (cursor.isBehind(feed)) {
                return new Outcome.Refused(Why.GONE);
            }
            return page(actor, feed, cursor, limit, words);
        });
    }

    /**
     * One line once more, as a bank takes a grade that was withheld. The cursor stays, and is not asked whether it is behind.
     *
     * @param after given back as it is
     */
    Outcome handOverAgain(Actor actor, String after, long no, Words words) {
        return within(actor, after, (feed, _) -> {
            comesOneByOne(feed, 0);
            return new Outcome.Page(showing.show(actor, feed, lines.one(feed.reader(), no), words), after, false);
        });
    }

    /** In a transaction, with the feed that the actor reads and a cursor that can be its. */
    private Outcome within(Actor actor, String after, BiFunction<Feed, Cursor, Outcome> work) {
        Feed feed = feed(actor).orElse(null);
        if (feed == null) {
            return new Outcome.Refused(Why.NOT_NAMED);
        }
        Cursor cursor = Cursor.read(after).filter(one -> one.canBe(feed)).orElse(null);
        if (cursor == null) {
            return new Outcome.Refused(Why.CURSOR);
        }
        if (cursor.isOfAnother(feed)) {
            return new Outcome.Refused(Why.GONE);
        }
        if (queue.progress().standsStill(around.now())) {
            return new Outcome.Refused(Why.STANDS_STILL);
        }
        return Objects.requireNonNull(around.transactions().execute(_ -> work.apply(feed, cursor)));
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
        List<LineView> views = showing.show(actor, feed, page, words);
        long last = page.isEmpty() ? cursor.no() : page.getLast().no();
        long upTo = more ? last : Math.max(last, feed.last());
        if (store.feed(feed.reader()).isPresent()) {
            lines.taken(feed.reader(), upTo, around.now());
        }
        return new Outcome.Page(views, Cursor.at(feed, upTo).toString(), more);
    }
}
