package org.xinheng.server.inspection.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk class of an organisation, for those who supervise and nobody else.
 *
 * @param code null where it has none
 * @param byDefault whether no signal was found
 * @param defaulted why the default holds, in words: nothing was found, or the pack has no signal in force by which to look; null
 *     where signals were found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskView(
        @Nullable String code,
        String name,
        Level level,
        boolean byDefault,
        @Nullable String defaulted,
        List<Reason> reasons) {

    public RiskView {
        reasons = List.copyOf(reasons);
    }

    /**
     * A class with what follows from it.
     *
     * @param percent of the class that is drawn in a plan; null where the pack has no ratio on the day
     * @param mostVisits of all bodies together in the period of the pack; null where it has no cap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Level(
            String id,
            String title,
            @Nullable BigDecimal percent,
            @Nullable Integer mostVisits) {}

    /** @param records addresses of the records that were found */
    public record Reason(String title, String level, String basis, List<String> records) {
        public Reason {
            records = List.copyOf(records);
        }
    }
}
