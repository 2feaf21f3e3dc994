package org.xinheng.server.evaluation.given;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.web.Words;

/** Shows an organisation to whom its grades were given, and the office how far readers came. */
final class GivenAccounts {

    private final GivenLines lines;
    private final GivenQueue queue;
    private final Readers readers;
    private final Surroundings around;
    private final AccessLog log;

    GivenAccounts(GivenLines lines, GivenQueue queue, Readers readers, Surroundings around, AccessLog log) {
        this.lines = lines;
        this.queue = queue;
        this.readers = readers;
        this.around = around;
        this.log = log;
    }

    /** What was given of the organisation that signed in, and of no other. */
    List<GivenView> own(Actor actor, long offset, int limit, Words words) {
        Collection<Long> own = ownIds(actor);
        if (own.isEmpty()) {
            return List.of();
        }
        log.read(actor, "evaluation.given", own.iterator().next(), ReadingPurpose.OWN_WORK.code());
        GivenTitles titles = new GivenTitles(around.inForce().policy(), words);
        return lines.of(own, offset, limit).stream()
                .map(one -> new GivenView(
                        words.say(readers.title(one.reader())),
                        titles.model(one.model()),
                        titles.grade(one.model(), one.grade()),
                        one.basis(),
                        one.givenOn(),
                        one.endedOn(),
                        one.endedOn() == null ? null : one.endedOn().plusDays(one.keepDays()),
                        one.reason() == null ? null : words.say(GivenText.of(one.reason())),
                        one.takenAt(),
                        one.withheldAt()))
                .toList();
    }

    long countOwn(Actor actor) {
        return lines.countOf(ownIds(actor));
    }

    private Collection<Long> ownIds(Actor actor) {
        return Optional.ofNullable(actor.organisation())
                .flatMap(around.organisations()::findByCode)
                .map(one -> around.organisations().idsOf(one.id()))
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

    /** When what stands was last brought up to date with every step of it; null before the first time. */
    @Nullable
    Instant lookedAt() {
        return queue.progress().lookedAt();
    }
}
