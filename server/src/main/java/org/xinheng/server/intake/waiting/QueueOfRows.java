package org.xinheng.server.intake.waiting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.CanonicalContent;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.intake.WaitingRow;
import org.xinheng.server.intake.WaitingRow.Id;
import org.xinheng.server.intake.WaitingRow.State;
import org.xinheng.server.intake.WaitingRows;
import org.xinheng.server.intake.store.WaitingQueue;
import org.xinheng.server.intake.store.WaitingStore;
import org.xinheng.server.intake.store.WaitingStore.Waiting;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.SourceScope;

/** The queue: reads from the tables, decisions by {@link RowDecisions}. */
final class QueueOfRows implements WaitingRows {

    private static final int MOST_CANDIDATES = 8;

    private final WaitingStore rows;
    private final WaitingQueue queue;
    private final Organisations organisations;
    private final Holdings holdings;
    private final RowDecisions decisions;

    QueueOfRows(
            WaitingStore rows,
            WaitingQueue queue,
            Organisations organisations,
            Holdings holdings,
            RowDecisions decisions) {
        this.rows = rows;
        this.queue = queue;
        this.organisations = organisations;
        this.holdings = holdings;
        this.decisions = decisions;
    }

    @Override
    public Page list(State state, SourceScope scope, @Nullable Id after, int size) {
        var found = queue.page(state, scope, after, size + 1);
        var shown = found.subList(0, Math.min(size, found.size())).stream()
                .map(this::row)
                .toList();
        return new Page(shown, found.size() > size ? shown.getLast().id() : null);
    }

    @Override
    public long waiting(SourceScope scope) {
        return queue.waiting(scope);
    }

    @Override
    public Optional<WaitingRow> find(Id id) {
        return rows.look(id.deliveryId(), id.row()).map(this::row);
    }

    private WaitingRow row(Waiting waiting) {
        var id = new Id(waiting.deliveryId(), waiting.row());
        var usable = waiting.content();
        var content = Objects.requireNonNull(usable.content(), "rows of the register wait in the queue of codes");
        return new WaitingRow(
                id,
                waiting.type(),
                waiting.source(),
                waiting.cause(),
                waiting.receivedAt(),
                waiting.historical(),
                usable.name(),
                usable.code(),
                content.decidedOn(),
                content.keyHash(),
                CanonicalContent.read(usable.payload()).values(),
                stateOf(waiting),
                queue.settlement(id).orElse(null));
    }

    private static State stateOf(Waiting waiting) {
        if (waiting.organisationId() != null) {
            return State.LINKED;
        }
        return waiting.returned() ? State.RETURNED : State.WAITING;
    }

    @Override
    public List<Candidate> candidates(WaitingRow row) {
        var ids = new LinkedHashSet<Long>();
        holdings.firstHolder(row.recordKey()).ifPresent(ids::add);
        if (row.code() != null) {
            organisations.findByCode(row.code()).ifPresent(known -> ids.add(known.id()));
        }
        organisations.candidates(row.name(), MOST_CANDIDATES).forEach(hit -> ids.add(hit.id()));
        var candidates = new ArrayList<Candidate>();
        for (long id : ids) {
            organisations
                    .find(id)
                    .ifPresent(organisation -> candidates.add(new Candidate(
                            organisation,
                            holdings.find(id, row.recordKey())
                                    .map(RecordVersion::address)
                                    .orElse(null))));
        }
        return candidates;
    }

    @Override
    public Decision link(Id id, Target target, String ground, String actor) {
        return decisions.link(id, target, ground, actor);
    }

    @Override
    public Decision confirmCode(Id id, String ground, String actor) {
        return decisions.confirmCode(id, ground, actor);
    }

    @Override
    public Decision unlink(Id id, String ground, String actor) {
        return decisions.unlink(id, ground, actor);
    }

    @Override
    public Decision giveBack(Id id, String reason, String actor) {
        return decisions.giveBack(id, reason, actor);
    }
}
