package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Remit;

/** Who may decide on a list (认定单位). */
public final class Competence {

    private final Policy policy;

    public Competence(Policy policy) {
        this.policy = policy;
    }

    /** The remit by which a body decides on a list on a day; empty for all who have none, the credit office among them. */
    public Optional<Remit> remit(String list, String authority, LocalDate day) {
        return policy.authority(authority)
                .flatMap(body -> policy.instruments().remits().stream()
                        .filter(remit -> remit.list().equals(list)
                                && remit.rule().validity().covers(day))
                        .filter(remit -> body.validity().covers(day))
                        .filter(remit -> remit.authorities().contains(body.id()))
                        .findFirst());
    }

    /** Whether any body of the place decides on the list. */
    public boolean decidedHere(String list, LocalDate day) {
        return policy.instruments().remits().stream()
                .anyMatch(remit ->
                        remit.list().equals(list) && remit.rule().validity().covers(day));
    }
}
