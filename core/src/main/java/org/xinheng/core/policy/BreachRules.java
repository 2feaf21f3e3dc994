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
 * @param superiors id of the superior body by id or code of the body; enterprises stand here by their code
 * @param otherwise the superior of public bodies that are not named
 * @param breaches which records are confirmed breaches
 */
public record BreachRules(
        Rule rule,
        String acknowledge,
        List<String> prefixes,
        Map<String, String> superiors,
        String otherwise,
        List<Breach> breaches) {

    public BreachRules {
        prefixes = List.copyOf(prefixes);
        superiors = Collections.unmodifiableMap(new LinkedHashMap<>(superiors));
        breaches = List.copyOf(breaches);
    }

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
     * Id of the superior body; empty for an organisation that is neither a public body nor named.
     *
     * @param code unified code of the organisation
     * @param id its id in the table of bodies; null where it does not stand there
     */
    public Optional<String> superiorOf(String code, @Nullable String id) {
        String named = superiors.get(code);
        if (named == null && id != null) {
            named = superiors.get(id);
        }
        if (named != null) {
            return Optional.of(named);
        }
        return prefixes.stream().anyMatch(code::startsWith) ? Optional.of(otherwise) : Optional.empty();
    }
}
