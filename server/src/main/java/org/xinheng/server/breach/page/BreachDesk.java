package org.xinheng.server.breach.page;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** Notices for their readers: a body sees those that it was given, the office and the auditor see all. */
final class BreachDesk {

    private static final int LINES = 200;

    private final BreachNotices notices;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    BreachDesk(BreachNotices notices, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        this.notices = notices;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    List<BreachView> own(Actor actor, Words words) {
        String body = actor.source();
        return body == null ? List.of() : views(actor, notices.of(body, LINES), false, words);
    }

    List<BreachView> all(Actor actor, Words words) {
        return views(actor, notices.all(LINES), true, words);
    }

    boolean acknowledge(Actor actor, long id) {
        String body = actor.source();
        return body != null && notices.acknowledge(id, body, actor.name());
    }

    private List<BreachView> views(Actor actor, List<Notice> all, boolean overseeing, Words words) {
        List<BreachView> views = new ArrayList<>();
        for (Notice notice : all) {
            long organisation = notice.cause().organisation();
            log.read(
                    actor, "breach", organisation, ReadingPurpose.of(overseeing).about(notice.id()));
            organisations.find(organisation).ifPresent(one -> views.add(view(notice, one, words)));
        }
        return views;
    }

    private BreachView view(Notice notice, Organisation organisation, Words words) {
        Policy policy = inForce.edition(notice.version()).orElseGet(inForce::policy);
        Formats formats = new Formats(words.language());
        State state = notice.state(notices.today());
        var breaches = policy.instruments().breaches();
        String code = organisation.code();
        return new BreachView(
                Long.toString(notice.id()),
                words.say(BreachText.NUMBER, Integer.toString(notice.year()), Integer.toString(notice.number())),
                words.say(BreachText.valueOf("STATE_" + state.name())),
                organisation.name(),
                code == null ? "" : code,
                policy.recordType(notice.cause().type())
                        .map(type -> words.say(type.title()))
                        .orElse(notice.cause().type()),
                notice.cause().documentNumber() + " "
                        + formats.day(notice.cause().decidedOn()),
                policy.authority(notice.superior())
                        .map(body -> words.say(body.name()))
                        .orElse(notice.superior()),
                formats.day(notice.writtenOn()),
                formats.day(notice.dueOn()),
                breaches == null ? "" : breaches.rule().basis().citation(),
                history(notice, formats, words),
                state == State.WAITING || state == State.OVERDUE);
    }

    private static List<String> history(Notice notice, Formats formats, Words words) {
        List<String> history = new ArrayList<>();
        if (notice.acknowledgedOn() != null) {
            history.add(words.say(BreachText.ACKNOWLEDGED_ON, formats.day(notice.acknowledgedOn())));
        }
        if (notice.withdrawal() != null) {
            history.add(words.say(
                    BreachText.valueOf("REASON_" + notice.withdrawal().reason().name()),
                    formats.day(notice.withdrawal().on())));
        }
        return history;
    }
}
