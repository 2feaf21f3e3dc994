package org.xinheng.server.intake.waiting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRows;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What API and pages share: whose rows an actor sees and settles, and that looking at them is logged. */
final class RowDesk {

    static final int SHORTEST_GROUND = 4;
    static final int LONGEST_GROUND = 500;
    private static final String WHAT = "queue.waiting";

    private final WaitingRows rows;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    RowDesk(WaitingRows rows, PolicyInForce inForce, AccessLog log, Clock clock) {
        this.rows = rows;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    SourceScope seen(Actor actor) {
        return SourceScope.toSee(actor, inForce.policy(), today());
    }

    boolean maySettle(Actor actor, WaitingRow row) {
        return SourceScope.toAct(actor, inForce.policy(), today()).covers(row.source());
    }

    WaitingRows.Page list(Actor actor, WaitingRow.State state, Optional<Id> after, int size) {
        SourceScope scope = seen(actor);
        noteReading(actor, scope);
        return rows.list(state, scope, after.orElse(null), size);
    }

    /** A row that the actor may see; one that it may not see is not there. */
    Optional<WaitingRow> find(Actor actor, String id) {
        SourceScope scope = seen(actor);
        Optional<WaitingRow> row = Id.parse(id).flatMap(rows::find).filter(found -> scope.covers(found.source()));
        row.ifPresent(_ -> noteReading(actor, scope));
        return row;
    }

    private void noteReading(Actor actor, SourceScope scope) {
        log.read(actor, WHAT, null, ReadingPurpose.of(scope.all()).code());
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    WaitingRows rows() {
        return rows;
    }

    PolicyInForce inForce() {
        return inForce;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
