package org.xinheng.server.evaluation.given;

import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.xinheng.server.consent.ConsentMoved;
import org.xinheng.server.evaluation.release.NoticeDecided;

/** What grants and decisions bring about in the feeds; neither waits for it, and what fails is offered again every few minutes. */
class GivenEvents {

    private final Giving giving;

    GivenEvents(Giving giving) {
        this.giving = giving;
    }

    @ApplicationModuleListener
    void on(ConsentMoved moved) {
        Optional<Ended> ends = switch (moved.standing()) {
            case ACTIVE -> Optional.empty();
            case PAUSED -> Optional.of(Ended.CONSENT_PAUSED);
            case REVOKED -> Optional.of(Ended.CONSENT_REVOKED);
        };
        giving.moved(moved.consentId(), moved.organisationId(), moved.reader(), ends);
    }

    @ApplicationModuleListener
    void on(NoticeDecided decided) {
        giving.concerns(decided.organisationId(), decided.model());
    }
}
