package org.xinheng.core.consent;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.consent.Ruling.Permitted;
import org.xinheng.core.consent.Ruling.Refusal;
import org.xinheng.core.consent.Ruling.Refused;

/** Holds reads against a grant (授权核验): reader, standing, life, purpose, data, frequency. A pure function. */
public final class ConsentGuard {

    private ConsentGuard() {}

    /**
     * @param reads number of reads of this grant since the first day of the span that {@code today} lies in
     *     ({@link org.xinheng.core.policy.ConsentRules.Frequency#since})
     * @param today day of the read (Asia/Shanghai)
     */
    public static Ruling rule(Grant grant, Standing standing, Reading asked, int reads, LocalDate today) {
        Refusal refusal = refusal(grant, standing, asked, reads, today);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Set<String> data = asked.data().isEmpty() ? grant.data() : asked.data();
        return new Permitted(data);
    }

    private static @Nullable Refusal refusal(
            Grant grant, Standing standing, Reading asked, int reads, LocalDate today) {
        if (!grant.reader().equals(asked.reader())) {
            return Refusal.OTHER_READER;
        }
        if (standing != Standing.ACTIVE) {
            return standing == Standing.PAUSED ? Refusal.PAUSED : Refusal.REVOKED;
        }
        if (!grant.life().covers(today)) {
            return today.isBefore(grant.life().first()) ? Refusal.NOT_YET : Refusal.OVER;
        }
        if (!grant.purpose().equals(asked.purpose())) {
            return Refusal.OTHER_PURPOSE;
        }
        if (!grant.data().containsAll(asked.data())) {
            return Refusal.OTHER_DATA;
        }
        return reads >= grant.frequency().reads() ? Refusal.TOO_OFTEN : null;
    }
}
