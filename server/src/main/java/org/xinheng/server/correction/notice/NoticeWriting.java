package org.xinheng.server.correction.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.RecordChanges;
import org.xinheng.server.archive.RecordChanges.Change;
import org.xinheng.server.correction.notice.NoticeStore.Progress;
import org.xinheng.server.measure.ToldClients;
import org.xinheng.server.policy.PolicyInForce;

/** Writes notices from the acts of the archive: cursor, numbers and duties commit together, so that none is missed or doubled. */
public final class NoticeWriting {

    private static final String CLOCK = "exchange.acknowledgement";
    private static final int ACTS = 200;
    private static final int AT_ONCE = 500;

    private final RecordChanges changes;
    private final Stores stores;
    private final ToldClients told;
    private final PolicyInForce inForce;
    private final Time time;

    public NoticeWriting(RecordChanges changes, Stores stores, ToldClients told, PolicyInForce inForce, Time time) {
        this.changes = changes;
        this.stores = stores;
        this.told = told;
        this.inForce = inForce;
        this.time = time;
    }

    /** The tables of notices, consumers and duties. */
    public record Stores(NoticeStore notices, ConsumerStore consumers, DutyStore duties) {}

    /** The clock and the transactions. */
    public record Time(Clock clock, TransactionOperations transactions) {}

    /**
     * Writes what happened since the last time, some of it at once.
     *
     * @return whether there may be more
     */
    public boolean next() {
        return Boolean.TRUE.equals(time.transactions().execute(_ -> {
            Progress progress = stores.notices().lock();
            Round round = new Round();
            long upTo = changes.since(progress.position(), ACTS, round::add);
            LocalDate yesterday = round.today.minusDays(1);
            LocalDate expired = progress.expiredThrough();
            if (expired != null && expired.isBefore(yesterday)) {
                changes.byDate(expired, yesterday, round::add);
            }
            round.flush();
            boolean moved = upTo > progress.position() || expired == null || expired.isBefore(yesterday);
            if (moved) {
                LocalDate through = expired == null || expired.isBefore(yesterday) ? yesterday : expired;
                stores.notices().advance(new Progress(upTo, through));
            }
            return moved;
        }));
    }

    /** What one transaction writes. */
    private final class Round {

        private final Instant now = time.clock().instant().truncatedTo(ChronoUnit.MICROS);
        private final LocalDate today = LocalDate.ofInstant(now, time.clock().getZone());
        private final LocalDate due = due(today);
        private final List<Change> pending = new ArrayList<>();

        @org.jspecify.annotations.Nullable
        private Addressing addressing;

        void add(Change change) {
            pending.add(change);
            if (pending.size() >= AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (pending.isEmpty()) {
                return;
            }
            List<Notice> notices = numbered();
            stores.notices()
                    .append(notices, pending.stream().map(Change::position).toList(), today);
            List<String> standing = notices.stream()
                    .filter(notice -> !notice.removes())
                    .map(Notice::opaqueId)
                    .toList();
            if (!standing.isEmpty()) {
                stores.notices().askNoMore(standing);
            }
            address(notices);
            pending.clear();
        }

        private List<Notice> numbered() {
            Notice last = stores.notices().last().orElse(null);
            long ordinal = last == null ? 0 : last.ordinal();
            NoticeNumber number = last == null ? new NoticeNumber(today.getYear(), 0) : last.number();
            List<Notice> notices = new ArrayList<>();
            for (Change change : pending) {
                ordinal++;
                number = number.next(today.getYear());
                notices.add(new Notice(
                        ordinal,
                        number,
                        change.kind(),
                        change.address(),
                        change.organisationId(),
                        change.type(),
                        change.version(),
                        now,
                        due));
            }
            return notices;
        }

        private void address(List<Notice> notices) {
            if (addressing == null) {
                addressing = new Addressing(stores.consumers(), told, now, today);
            }
            List<Long> consumers = new ArrayList<>();
            List<Long> ordinals = new ArrayList<>();
            for (int i = 0; i < notices.size(); i++) {
                for (long consumer : Objects.requireNonNull(addressing).of(pending.get(i))) {
                    consumers.add(consumer);
                    ordinals.add(notices.get(i).ordinal());
                }
            }
            stores.duties().append(consumers, ordinals, due);
        }
    }

    private LocalDate due(LocalDate today) {
        Policy policy = inForce.policy();
        return DueDate.of(policy.deadline(CLOCK, today), policy.calendar(), today)
                .date();
    }
}
