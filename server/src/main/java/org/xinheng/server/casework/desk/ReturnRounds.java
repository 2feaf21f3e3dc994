package org.xinheng.server.casework.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.xinheng.server.casework.CaseDecided;

/** Offers results that the one window did not take once more, and counts those that wait too long (回传补送). */
public final class ReturnRounds {

    private final IncompleteEventPublications again;
    private final JdbcClient sql;
    private final Clock clock;
    private final Duration lateAfter;

    /** @param lateAfter how long a result may wait before it is an alarm */
    public ReturnRounds(IncompleteEventPublications again, JdbcClient sql, Clock clock, Duration lateAfter) {
        this.again = again;
        this.sql = sql;
        this.clock = clock;
        this.lateAfter = lateAfter;
    }

    /** One round: what failed, and what was never attempted or never ended although it is late; nothing else that is under way. */
    public void run() {
        Instant late = clock.instant().minus(lateAfter);
        again.resubmitIncompletePublications(publication -> publication.getEvent() instanceof CaseDecided
                && (publication.getStatus() == EventPublication.Status.FAILED
                        || tried(publication).isBefore(late)));
    }

    private static Instant tried(EventPublication publication) {
        Instant again = publication.getLastResubmissionDate();
        return again == null ? publication.getPublicationDate() : again;
    }

    /** Results that were decided longer ago than they may wait and that the window has not taken. */
    public long late() {
        return sql.sql("""
                        SELECT count(*) FROM events.event_publication
                        WHERE completion_date IS NULL AND publication_date < :latest AND starts_with(listener_id, :listener)
                        """)
                .param("latest", clock.instant().minus(lateAfter).atOffset(ZoneOffset.UTC))
                .param("listener", ResultReturn.class.getName())
                .query(Long.class)
                .single();
    }
}
