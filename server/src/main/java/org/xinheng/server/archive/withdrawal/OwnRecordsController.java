package org.xinheng.server.archive.withdrawal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.archive.DeliveredRecords;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.archive.reading.RecordLines;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.Words;

/** The list of a source's own records, shown or not. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class OwnRecordsController {

    /** Of which the order is made in memory; who looks for others narrows what is looked for. */
    private static final int MOST = 2_000;

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

    /** What makes a version readable, and says who may end it. */
    record Reading(PolicyInForce inForce, Organisations organisations, MayEnd mayEnd) {}

    @GetMapping(OwnRecordsPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor actor = current.find().orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var policy = reading.inForce().policy();
        SourceScope scope = SourceScope.toAct(actor, policy, today);
        var plan = OwnRecordsList.plan(policy, today);
        ListAsk ask = plan.ask(request);
        log.read(actor, "records.own", null, ReadingPurpose.of(scope.all()).code());
        DeliveredRecords.Page found;
        boolean slow = false;
        try {
            found = records.list(scope, ask.typed(OwnRecordsList.WANTED), null, MOST);
        } catch (QueryTimeoutException e) {
            found = new DeliveredRecords.Page(List.of(), null);
            slow = true;
        }
        boolean cut = found.next() != null;
        boolean late = slow;
        return plan.answer(
                ask,
                new RecordLines(policy, reading.organisations()).of(found.records()),
                !cut && !late,
                Words.in(Language.of(request)),
                (list, lines) ->
                        new OwnRecordsPage(list, lines, ofOthers(scope, lines), late, cut, scope.all(), today, MOST));
    }

    private Set<String> ofOthers(SourceScope scope, List<RecordLine> lines) {
        return lines.stream()
                .filter(line -> reading.mayEnd().ofAnother(scope, line.version()))
                .map(RecordLine::address)
                .collect(Collectors.toSet());
    }
}
