package org.xinheng.server.bulletin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Actor;
import org.xinheng.server.bulletin.MonthFigures.Told;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Monthly reports that came due: drawn up from the platform's figures, and handed in as a delivery once somebody of the office signed what
 * he saw. What was signed stays as it is: rows that come later change the figures, never the report; whoever finds it wrong objects to
 * the record, and the office withdraws it.
 */
public final class BulletinDesk {

    /** So far back a month that was not reported is still offered: of what is older nobody is told any more. */
    static final int DUE_MONTHS = 3;

    /** So far back reports that were handed in are shown. */
    static final int ISSUED_MONTHS = 12;

    private final MonthFigures figures;
    private final Deliveries deliveries;
    private final PolicyInForce inForce;
    private final Clock clock;

    BulletinDesk(MonthFigures figures, Deliveries deliveries, PolicyInForce inForce, Clock clock) {
        this.figures = figures;
        this.deliveries = deliveries;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * A report as it would be signed now.
     *
     * @param told bodies of which something is said, at least one
     * @param seen SHA-256 over all that it says but its day, as 64 hexadecimal digits: who signs says by it what he read
     */
    public record Draft(Bulletin bulletin, YearMonth month, Authority speaker, List<Told> told, String seen) {
        public Draft {
            told = List.copyOf(told);
        }
    }

    /** A report that was handed in. */
    public record Issued(Bulletin bulletin, YearMonth month, Delivery delivery) {
        /** Whether its rows were loaded: only then they can be counted. */
        public boolean loaded() {
            return delivery.state() == Delivery.State.CLOSED;
        }
    }

    /** What came of a signature. */
    public sealed interface Signing {

        record Done(Delivery delivery) implements Signing {}

        /** The figures are others than those that were read. */
        record Changed() implements Signing {}

        /** There is no such report, it is not due yet, nobody is named in it, or it was handed in. */
        record NotDue() implements Signing {}

        /** The delivery was rejected as a whole; the report stays due. */
        record Rejected(Delivery delivery) implements Signing {}
    }

    /** Reports on the last {@value #DUE_MONTHS} months that came due and were not handed in, newest month first. */
    public List<Draft> due() {
        Policy policy = inForce.policy();
        List<Draft> due = new ArrayList<>();
        for (YearMonth month : months(DUE_MONTHS)) {
            for (Bulletin bulletin : policy.instruments().monitoring().bulletins()) {
                Authority speaker = policy.authority(bulletin.speaker()).orElseThrow();
                if (isDue(bulletin, month)
                        && deliveries.find(speaker.code(), key(bulletin, month)).isEmpty()) {
                    List<Told> told = figures.of(bulletin, month, policy);
                    if (!told.isEmpty()) {
                        due.add(new Draft(bulletin, month, speaker, told, seen(bulletin, month, speaker, told)));
                    }
                }
            }
        }
        return due;
    }

    /** Reports on the last {@value #ISSUED_MONTHS} months that were handed in, newest month first. */
    public List<Issued> issued() {
        Policy policy = inForce.policy();
        List<Issued> issued = new ArrayList<>();
        for (YearMonth month : months(ISSUED_MONTHS)) {
            for (Bulletin bulletin : policy.instruments().monitoring().bulletins()) {
                Authority speaker = policy.authority(bulletin.speaker()).orElseThrow();
                deliveries
                        .find(speaker.code(), key(bulletin, month))
                        .ifPresent(delivery -> issued.add(new Issued(bulletin, month, delivery)));
            }
        }
        return issued;
    }

    private List<YearMonth> months(int many) {
        YearMonth now = YearMonth.from(today());
        List<YearMonth> months = new ArrayList<>();
        for (int back = 1; back <= many; back++) {
            months.add(now.minusMonths(back));
        }
        return months;
    }

    /** Due from the pack's day of the next month on, and only for a month through which the rule held. */
    private boolean isDue(Bulletin bulletin, YearMonth month) {
        return bulletin.rule().validity().covers(month.atDay(1))
                && bulletin.rule().validity().covers(month.atEndOfMonth())
                && !today().isBefore(month.plusMonths(1).atDay(bulletin.dayOfMonth()));
    }

    /**
     * Hands a report in, in the name of the body that speaks and under the name of who signed. Signed twice, it is handed in once.
     *
     * @param seen of the draft that was read
     */
    public Signing sign(Actor signer, String bulletin, YearMonth month, String seen) {
        Draft draft = due().stream()
                .filter(one -> one.bulletin().rule().id().equals(bulletin)
                        && one.month().equals(month))
                .findFirst()
                .orElse(null);
        if (draft == null) {
            return new Signing.NotDue();
        }
        if (!draft.seen().equals(seen)) {
            return new Signing.Changed();
        }
        Delivery delivery = deliver(draft, signer);
        return delivery.state() == Delivery.State.REJECTED
                ? new Signing.Rejected(delivery)
                : new Signing.Done(delivery);
    }

    private Delivery deliver(Draft draft, Actor signer) {
        RecordType type = type(draft.bulletin());
        String file =
                new BulletinFile(draft.bulletin(), type, draft.speaker(), draft.month(), today()).write(draft.told());
        Order order = new Order(
                type.id(),
                draft.speaker().code(),
                signer.name(),
                type.id() + "-" + draft.month() + ".csv",
                key(draft.bulletin(), draft.month()),
                false);
        try {
            return deliveries.receive(order, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordType type(Bulletin bulletin) {
        return inForce.policy().recordType(bulletin.form().recordType()).orElseThrow();
    }

    private String seen(Bulletin bulletin, YearMonth month, Authority speaker, List<Told> told) {
        String said = new BulletinFile(bulletin, type(bulletin), speaker, month, month.atEndOfMonth()).write(told);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(Bulletin bulletin, YearMonth month) {
        return bulletin.rule().id() + "." + month;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
