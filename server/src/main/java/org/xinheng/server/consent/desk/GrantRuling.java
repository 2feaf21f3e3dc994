package org.xinheng.server.consent.desk;

import java.time.LocalDate;
import org.xinheng.core.consent.ConsentGuard;
import org.xinheng.core.consent.Reading;
import org.xinheng.core.consent.Ruling;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.store.ConsentStore;

/** What the guard says of a read under a grant, as often as it was read already. */
final class GrantRuling {

    private GrantRuling() {}

    /** Asked in the transaction that locked the grant and writes the read down: earlier reads are counted here. */
    static Ruling of(Consent consent, Reading asked, ConsentStore store, LocalDate today) {
        int reads = store.readsSince(consent.id(), consent.grant().frequency().since(today));
        return ConsentGuard.rule(consent.grant(), consent.standing(), asked, reads, today);
    }
}
