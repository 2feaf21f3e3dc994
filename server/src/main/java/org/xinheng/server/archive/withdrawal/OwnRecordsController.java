package org.xinheng.server.archive.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.DeliveredRecords;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;

/** The list of a source's own records, shown or not. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class OwnRecordsController {

    private static final int LINES = 20;
    private static final int LONGEST = 200;

    private final DeliveredRecords records;
    private final Reading reading;
    private final CurrentActor current;
    private final AccessLog log;
    private final Clock clock;

    OwnRecordsController(DeliveredRecords records, Reading reading, CurrentActor current, AccessLog log, Clock clock) {
        this.records = records;
        this.reading = reading;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    /** What makes a version readable. */
    record Reading(PolicyInForce inForce, Organisations organisations) {}

    @GetMapping(OwnRecordsPage.PATH)
    OwnRecordsPage list(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable String after) {
        String wanted =
                typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
        Actor actor = current.find().orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var policy = reading.inForce().policy();
        SourceScope scope = SourceScope.toAct(actor, policy, today);
        log.read(actor, "records.own", null, ReadingPurpose.of(scope.all()).code());
        DeliveredRecords.Page page;
        boolean slow = false;
        try {
            page = records.list(scope, wanted, after, LINES);
        } catch (QueryTimeoutException e) {
            page = new DeliveredRecords.Page(List.of(), null);
            slow = true;
        }
        return new OwnRecordsPage(
                wanted,
                new RecordLines(policy, reading.organisations()).of(page.records()),
                page.next(),
                after == null,
                slow,
                scope.all(),
                today);
    }
}
