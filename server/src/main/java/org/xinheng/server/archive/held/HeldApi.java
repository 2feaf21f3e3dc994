package org.xinheng.server.archive.held;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.HeldRecords.Kind;
import org.xinheng.server.web.Words;

/** The queue of held records for programs. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class HeldApi {

    private static final int MOST = 200;

    private final HeldDesk desk;
    private final CurrentActor current;

    HeldApi(HeldDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param held how many the gate refuses to publish; @param next key of the next page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Records(
            long held, List<RecordView> records, @Nullable String next) {}

    /**
     * @param reasons codes of all steps of the gate
     * @param why those that hold it back, in words, with what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(
            String address,
            String type,
            String source,
            String authority,
            @Nullable String code,
            @Nullable String name,
            @Nullable String number,
            LocalDate decidedOn,
            @Nullable String severity,
            List<String> reasons,
            List<String> why) {

        static RecordView of(HeldLine line) {
            var record = line.record();
            var party = record.party();
            return new RecordView(
                    record.address(),
                    record.version().type(),
                    record.version().sourceCode(),
                    record.version().authorityCode(),
                    party == null ? null : party.code(),
                    party == null ? null : party.name(),
                    record.number(),
                    record.version().decidedOn(),
                    record.version().severity(),
                    record.reasons(),
                    line.why());
        }
    }

    @GetMapping("/api/v1/queues/held")
    Records list(
            @RequestParam(defaultValue = "HELD") Kind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        var lines = desk.list(
                current.find().orElseThrow(), kind, after, Math.clamp(size, 1, MOST), Words.accepted(language));
        return new Records(
                lines.held(), lines.lines().stream().map(RecordView::of).toList(), lines.next());
    }
}
