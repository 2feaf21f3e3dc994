package org.xinheng.server.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Offers events once more that a listener did not take (补投), as long as the server runs. */
public final class EventsAgain {

    private final IncompleteEventPublications again;
    private final Set<Class<?>> events;
    private final Clock clock;
    private final Duration lateAfter;

    /**
     * @param events which are offered again, to every listener that did not take them
     * @param lateAfter how long one that did not fail may be under way before it is taken for lost
     */
    public EventsAgain(IncompleteEventPublications again, Set<Class<?>> events, Clock clock, Duration lateAfter) {
        this.again = again;
        this.events = Set.copyOf(events);
        this.clock = clock;
        this.lateAfter = lateAfter;
    }

    /** One round: what failed, and what was never attempted or never ended although it is late; nothing else that is under way. */
    public void run() {
        Instant late = clock.instant().minus(lateAfter);
        again.resubmitIncompletePublications(
                publication -> events.contains(publication.getEvent().getClass())
                        && (publication.getStatus() == EventPublication.Status.FAILED
                                || tried(publication).isBefore(late)));
    }

    private static Instant tried(EventPublication publication) {
        Instant again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }
}
