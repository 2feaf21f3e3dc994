package org.xinheng.core.consent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.ConsentRules.Purpose;
import org.xinheng.core.policy.ConsentRules.Reader;

/** Whether a grant may be signed under the rules of a day: nobody can grant more than the pack allows. */
public final class GrantCheck {

    private GrantCheck() {}

    /** What is wrong with a grant. */
    public enum Fault {
        /** No such institution is admitted on the day. */
        READER,
        /** Not a purpose of the institution. */
        PURPOSE,
        /** No category at all, or one that is not granted for this purpose. */
        DATA,
        /** The days of decision are reversed. */
        PERIOD,
        /** Fewer than one read, more than the purpose takes, or counted in other spans. */
        FREQUENCY,
        /** Begins before the day of signature, ends before it begins, or lasts longer than the purpose takes. */
        LIFE
    }

    public static Set<Fault> faults(Grant grant, ConsentRules rules, LocalDate today) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Reader reader = rules.reader(grant.reader())
                .filter(known -> known.rule().validity().covers(today))
                .orElse(null);
        if (reader == null) {
            faults.add(Fault.READER);
        }
        LocalDate lastDecided = grant.decided().last();
        if (lastDecided != null && lastDecided.isBefore(grant.decided().first())) {
            faults.add(Fault.PERIOD);
        }
        Purpose purpose = rules.purpose(grant.purpose())
                .filter(known -> known.rule().validity().covers(today))
                .filter(known -> reader != null && reader.purposes().contains(known.id()))
                .orElse(null);
        if (purpose == null) {
            faults.add(Fault.PURPOSE);
        } else {
            underPurpose(grant, purpose, today, faults);
        }
        return faults;
    }

    private static void underPurpose(Grant grant, Purpose purpose, LocalDate today, Set<Fault> faults) {
        if (grant.data().isEmpty() || !purpose.data().containsAll(grant.data())) {
            faults.add(Fault.DATA);
        }
        if (grant.frequency().per() != purpose.most().per()
                || grant.frequency().reads() < 1
                || grant.frequency().reads() > purpose.most().reads()) {
            faults.add(Fault.FREQUENCY);
        }
        LocalDate first = grant.life().first();
        LocalDate last = grant.life().last();
        if (last == null
                || first.isBefore(today)
                || last.isBefore(first)
                || !last.isBefore(first.plus(purpose.longest()))) {
            faults.add(Fault.LIFE);
        }
    }
}
