package org.xinheng.server.commitment.page;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Stage;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.web.EndingOffer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Words;

/** Commitments whose last day is near: their performance has to be looked into before. */
final class CommitmentsEnding implements EndingOffer {

    private static final Set<Stage> STANDING = EnumSet.of(Stage.RUNNING, Stage.PAPERS_OWED, Stage.CHARGED);

    private final CommitmentDesk desk;
    private final CommitmentViews views;

    CommitmentsEnding(CommitmentDesk desk, CommitmentViews views) {
        this.desk = desk;
        this.views = views;
    }

    @Override
    public List<Ending> endings(Actor actor, LocalDate from, LocalDate until) {
        if (!actor.may(Permission.OVERSEE) && !actor.may(Permission.ACCEPT_COMMITMENT)) {
            return List.of();
        }
        List<Promise> promises = desk.list(actor, Long.MAX_VALUE, ListPlan.MOST).stream()
                .filter(promise -> STANDING.contains(promise.stage()))
                .filter(promise -> {
                    LocalDate last = promise.signed().until();
                    return last != null && !last.isBefore(from) && !last.isAfter(until);
                })
                .toList();
        return promises.stream()
                .map(promise -> {
                    var line = views.lines(List.of(promise), Words.in(Language.CHINESE))
                            .getFirst();
                    return new Ending(
                            words -> words.say(CommitmentText.NAV),
                            line.item(),
                            line.giver(),
                            line.body(),
                            Objects.requireNonNull(promise.signed().until()),
                            PromisesPage.PATH + "/" + promise.id());
                })
                .toList();
    }
}
