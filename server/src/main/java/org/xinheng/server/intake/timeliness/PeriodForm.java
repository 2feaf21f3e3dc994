package org.xinheng.server.intake.timeliness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.intake.ReportingTimeliness.Period;

/**
 * The period as it stands in the form and in addresses.
 *
 * @param from as typed, or the day that was taken
 * @param faults field → sentence
 */
public record PeriodForm(String from, String to, String type, List<RecordType> types, Map<String, String> faults) {

    public PeriodForm {
        types = List.copyOf(types);
        faults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    static PeriodForm of(Period period, List<RecordType> types) {
        return new PeriodForm(
                period.from().toString(),
                period.to().toString(),
                period.type() == null ? "" : period.type(),
                types,
                Map.of());
    }

    /** With its question mark. */
    public String query() {
        return "?from=" + encoded(from) + "&to=" + encoded(to) + (type.isEmpty() ? "" : "&type=" + encoded(type));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
