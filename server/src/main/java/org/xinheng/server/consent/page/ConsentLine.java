package org.xinheng.server.consent.page;

import java.time.LocalDate;
import org.xinheng.core.consent.Standing;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.Title;
import org.xinheng.server.consent.Consent;
import org.xinheng.server.consent.desk.ConsentText;

/**
 * A grant in a list.
 *
 * @param reader title of the institution
 * @param party name of the organisation
 */
public record ConsentLine(Consent consent, Title reader, Title purpose, String party, ConsentText state) {

    static ConsentLine of(Consent consent, String party, ConsentRules rules, LocalDate today) {
        String reader = consent.grant().reader();
        String purpose = consent.grant().purpose();
        return new ConsentLine(
                consent,
                rules.reader(reader).map(one -> one.rule().title()).orElse(new Title(reader, reader)),
                rules.purpose(purpose).map(one -> one.rule().title()).orElse(new Title(purpose, purpose)),
                party,
                state(consent, today));
    }

    private static ConsentText state(Consent consent, LocalDate today) {
        if (consent.standing() != Standing.ACTIVE || consent.grant().life().covers(today)) {
            return ConsentText.of(consent.standing());
        }
        return today.isBefore(consent.grant().life().first()) ? ConsentText.STATE_NOT_YET : ConsentText.STATE_OVER;
    }
}
