package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which confirmed breaches of public bodies and state-owned enterprises are put before their superiors (政务失信督办). Subjects are bodies
 * and enterprises; nobody who works there is named.
 *
 * @param acknowledge id of the period in which the superior acknowledges
 * @param prefixes first two characters of the codes of public bodies
 * @param superiors id of the superior body by id of the body, where it is not the one for all others
 * @param otherwise the superior of public bodies that are not named
 * @param enterprises the register of state-owned enterprises: who does not stand in it is no matter of these rules
 * @param breaches which records are confirmed breaches
 */
public record BreachRules(
        Rule rule,
        String acknowledge,
        List<String> prefixes,
        Map<String, String> superiors,
        String otherwise,
        List<Enterprise> enterprises,
        List<Breach> breaches) {

    public BreachRules {
        prefixes = List.copyOf(prefixes);
        superiors = Collections.unmodifiableMap(new LinkedHashMap<>(superiors));
        enterprises = List.copyOf(enterprises);
        breaches = List.copyOf(breaches);
    }

    /**
     * A state-owned enterprise (国有企业).
     *
     * @param code its unified code; 18 characters, the check character holds
     * @param name as its investor keeps it
     * @param superior id of the body that supervises it for the owner
     */
    public record Enterprise(String code, Title name, String superior) {}

    /** @param kinds values of the field with role KIND; empty for all */
    public record Breach(String recordType, List<String> kinds) {
        public Breach {
            kinds = List.copyOf(kinds);
        }
    }

    /** Whether a record of a type is a confirmed breach. @param kind value of its field with role KIND; null for none */
    public boolean confirms(String recordType, @Nullable String kind) {
        return breaches.stream()
                .filter(one -> one.recordType().equals(recordType))
                .anyMatch(one ->
                        one.kinds().isEmpty() || (kind != null && one.kinds().contains(kind)));
    }

    /**
     * Id of the superior body; empty for an organisation that is neither a public body nor in the register of state-owned enterprises.
     *
     * @param code unified code of the organisation
     * @param id its id in the table of bodies; null where it does not stand there
     */
    public Optional<String> superiorOf(String code, @Nullable String id) {
        for (Enterprise enterprise : enterprises) {
            if (enterprise.code().equals(code)) {
                return Optional.of(enterprise.superior());
            }
        }
        String named = id == null ? null : superiors.get(id);
        if (named != null) {
            return Optional.of(named);
        }
        return prefixes.stream().anyMatch(code::startsWith) ? Optional.of(otherwise) : Optional.empty();
    }
}
