package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who carries on the functions of a body that no longer exists (职能承继), and who delivers for another (代报). Records keep the
 * historical name; what is to be done today goes to the successor.
 */
public record Functions(List<Succession> successions, List<Mandate> mandates) {

    public static final Functions NONE = new Functions(List.of(), List.of());

    public Functions {
        successions = List.copyOf(successions);
        mandates = List.copyOf(mandates);
    }

    public enum Function {
        OBJECTION,
        REPAIR,
        CORRECTION,
        /** Which department's records an officer sees. */
        SCOPE
    }

    /**
     * @param endings how names of the former body end ("工商行政管理局"); what stands before is the place and stays
     * @param except how names of bodies of today end that only look like the former ones
     * @param successor how the name of the successor ends
     * @param functions what passed to it
     */
    public record Succession(
            Rule rule, List<String> endings, List<String> except, String successor, Set<Function> functions) {
        public Succession {
            endings = List.copyOf(endings);
            except = List.copyOf(except);
            functions = Set.copyOf(functions);
        }
    }

    /**
     * That one body delivers another's records (代报): under the document of the rule's basis, on the days of its validity.
     *
     * @param forBody id, code or name of the body whose records are delivered
     * @param deliveredBy id, code or name of the body that delivers them
     * @param recordTypes which records; empty for all
     */
    public record Mandate(Rule rule, String forBody, String deliveredBy, List<String> recordTypes) {
        public Mandate {
            recordTypes = List.copyOf(recordTypes);
        }

        private boolean isBetween(Authority by, Authority of) {
            return names(deliveredBy, by) && names(forBody, of);
        }

        private boolean concerns(String recordType) {
            return recordTypes.isEmpty() || recordTypes.contains(recordType);
        }
    }

    /** Whether a text means a body: by its id, its code or its Chinese name. */
    public static boolean names(String text, Authority body) {
        return text.equals(body.id())
                || text.equals(body.code())
                || text.equals(body.name().zh());
    }

    /** Whether one body may deliver for another. */
    public sealed interface Mandating {
        record Given(Mandate mandate) implements Mandating {}

        /** There is a mandate between the two, and it does not reach so far. */
        record Beyond(Mandate mandate, Limit limit) implements Mandating {}

        record None() implements Mandating {}
    }

    public enum Limit {
        NOT_BEGUN,
        ENDED,
        OTHER_TYPE
    }

    /**
     * Whether a body may deliver another's records of a type on a day.
     *
     * @param by who delivers
     * @param of whose records they are
     */
    public Mandating mandating(Authority by, Authority of, String recordType, LocalDate day) {
        Mandating nearest = new Mandating.None();
        for (Mandate mandate : mandates) {
            if (mandate.isBetween(by, of)) {
                Validity validity = mandate.rule().validity();
                if (!mandate.concerns(recordType)) {
                    nearest = new Mandating.Beyond(mandate, Limit.OTHER_TYPE);
                } else if (validity.covers(day)) {
                    return new Mandating.Given(mandate);
                } else {
                    boolean before = day.isBefore(validity.from());
                    nearest = new Mandating.Beyond(mandate, before ? Limit.NOT_BEGUN : Limit.ENDED);
                }
            }
        }
        return nearest;
    }

    /** The mandates under which a body delivers on a day. */
    public List<Mandate> mandatesOf(Authority by, LocalDate day) {
        return mandates.stream()
                .filter(mandate -> names(mandate.deliveredBy(), by)
                        && mandate.rule().validity().covers(day))
                .toList();
    }

    /**
     * Name of the body that has a function on a day. A body may have changed more than once: the way is walked to its end.
     *
     * @param name as a record has it
     * @return the name itself where nothing is said of it
     */
    public String bearer(String name, Function function, LocalDate day) {
        String bearer = name;
        for (int step = 0; step <= successions.size(); step++) {
            String next = next(bearer, function, day).orElse(null);
            if (next == null || next.equals(bearer)) {
                return bearer;
            }
            bearer = next;
        }
        throw new IllegalStateException("successions of " + name + " go in a circle");
    }

    /** The rule by which a body's function passed on, for those who ask why. */
    public Optional<Succession> succession(String name, Function function, LocalDate day) {
        return successions.stream()
                .filter(one -> one.functions().contains(function))
                .filter(one -> one.rule().validity().covers(day))
                .filter(one -> ending(one, name) != null)
                .findFirst();
    }

    private Optional<String> next(String name, Function function, LocalDate day) {
        return succession(name, function, day).map(one -> {
            String ending = ending(one, name);
            return ending == null ? name : name.substring(0, name.length() - ending.length()) + one.successor();
        });
    }

    private static @Nullable String ending(Succession succession, String name) {
        // 文化和旅游局 is no 旅游局 any more, although it ends like one; 国家税务局 is one that ends like its successor.
        boolean ofToday = succession.except().stream().anyMatch(name::endsWith);
        return succession.endings().stream()
                .filter(name::endsWith)
                .filter(ending ->
                        !ofToday && !(succession.successor().endsWith(ending) && name.endsWith(succession.successor())))
                .findFirst()
                .orElse(null);
    }
}
