package org.xinheng.server.evaluation.desk;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.evaluation.Contribution;
import org.xinheng.core.evaluation.Evaluation;

/**
 * A result of which an organisation was told.
 *
 * @param day of the evaluation
 * @param records addresses of the records that burdened the organisation
 */
public record Matter(long organisation, String model, String grade, LocalDate day, Set<String> records) {

    public Matter {
        records = Set.copyOf(records);
    }

    public static Matter of(long organisation, String model, Evaluation.Rated result) {
        return new Matter(organisation, model, result.grade().id(), result.day(), burdens(result));
    }

    /** Whether a result of today is the one that was told: the same grade, and no record that was not known then. */
    public boolean covers(Evaluation.Rated now) {
        return grade.equals(now.grade().id()) && records.containsAll(burdens(now));
    }

    private static Set<String> burdens(Evaluation.Rated result) {
        return result.contributions().stream()
                .filter(Contribution::burdens)
                .flatMap(line -> line.recordId().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
