package org.xinheng.server.casework.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.xinheng.server.casework.CaseDecided;
import org.xinheng.server.service.EventsAgain;

/** Offers results that the one window did not take once more, and counts those that wait too long (回传补送). */
public final class ReturnRounds {

    private final EventsAgain again;
    private final JdbcClient sql;
    private final Clock clock;
    private final Duration lateAfter;

    /** @param lateAfter how long a result may wait before it is an alarm */
    public ReturnRounds(IncompleteEventPublications again, JdbcClient sql, Clock clock, Duration lateAfter) {
        this.again = new EventsAgain(again, Set.of(CaseDecided.class), clock, lateAfter);
        this.sql = sql;
        this.clock = clock;
        this.lateAfter = lateAfter;
    }

    /** One round, as {@link EventsAgain#run}. */
    public void run() {
        again.run();
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
