package org.xinheng.server.evaluation.given;

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
        giving.moved(moved.consentId(), moved.organisationId(), moved.reader());
    }

    @ApplicationModuleListener
    void on(NoticeDecided decided) {
        giving.concerns(decided.organisationId(), decided.model());
    }
}
