package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which body carries on for which (职能承继), on a day: by the table of bodies of the place however many steps it takes, and, for a
 * body that is no more, by the pack's rules of succession, which go by names. The one place that knows it.
 */
public final class Succession {

    private final Policy policy;
    private final LocalDate day;
    private final Map<String, Authority> byCode = new HashMap<>();

    public Succession(Policy policy, LocalDate day) {
        this.policy = policy;
        this.day = day;
        policy.authorities().forEach(authority -> byCode.put(authority.code(), authority));
    }

    /** Codes of the bodies for which a body acts, its own among them. */
    public Set<String> actsFor(Authority body) {
        Set<String> codes = new HashSet<>();
        for (Authority authority : policy.authorities()) {
            if (carriesOn(body, authority)) {
                codes.add(authority.code());
            }
        }
        return codes;
    }

    /**
     * Whether a body is the one that began something, or carries on for it.
     *
     * @param acting id or code
     * @param first id or code of the one that began
     */
    public boolean conducts(String acting, String first) {
        Optional<Authority> began = policy.authority(first);
        return policy.authority(acting)
                .filter(body -> began.filter(one -> carriesOn(body, one)).isPresent())
                .isPresent();
    }

    private boolean carriesOn(Authority body, Authority former) {
        return body.equals(former)
                || bearer(former).equals(body.code())
                || (!former.validity().covers(day) && byName(body, former));
    }

    private boolean byName(Authority body, Authority former) {
        return policy.instruments()
                .functions()
                .bearer(former.name().zh(), Functions.Function.CORRECTION, day)
                .equals(body.name().zh());
    }

    /** Where the successors of a body end; a circle, which no pack should hold, ends where it began. */
    private String bearer(Authority authority) {
        Authority bearer = authority;
        for (int step = 0; step < byCode.size() && bearer.successor() != null; step++) {
            Authority next = byCode.get(bearer.successor());
            if (next == null) {
                return bearer.successor();
            }
            bearer = next;
        }
        return bearer.code();
    }
}
