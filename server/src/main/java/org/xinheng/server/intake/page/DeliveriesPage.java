package org.xinheng.server.intake.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Upload, zero report, and what was delivered so far.
 *
 * @param mayDeliver false for those who only oversee
 * @param sources to choose from, when the reader delivers for all; else empty
 * @param severalSources whether the reader sees more than one source's deliveries
 * @param zeroReported type for which a zero report was just filed
 */
public record DeliveriesPage(
        DeliveryForm form,
        List<Fault> faults,
        boolean mayDeliver,
        List<RecordType> types,
        List<Authority> sources,
        ListView list,
        List<Line> lines,
        boolean severalSources,
        @Nullable Title zeroReported)
        implements PageView {

    public DeliveriesPage {
        faults = List.copyOf(faults);
        types = List.copyOf(types);
        sources = List.copyOf(sources);
        lines = List.copyOf(lines);
    }

    /** @param field id of the field to go to */
    public record Fault(String field, DeliveryText text) {}

    /** @param from the source */
    public record Line(
            long id,
            String fileName,
            Title type,
            Title from,
            Instant receivedAt,
            DeliveryText state,
            boolean settled,
            RowCounts counts) {

        public String path() {
            return "/deliveries/" + id;
        }
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable DeliveryText fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String template() {
        return "intake/deliveries";
    }

    @Override
    public String title(Words words) {
        return words.say(DeliveryText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return "/deliveries";
    }
}
