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
     * @param forBody name of the body whose records are delivered
     * @param deliveredBy name of the body that delivers them
     * @param recordTypes which records; empty for all
     */
    public record Mandate(Rule rule, String forBody, String deliveredBy, List<String> recordTypes) {
        public Mandate {
            recordTypes = List.copyOf(recordTypes);
        }
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
