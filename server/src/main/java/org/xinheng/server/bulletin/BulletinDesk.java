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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Actor;
import org.xinheng.server.bulletin.MonthFigures.Findings;
import org.xinheng.server.bulletin.MonthFigures.Told;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Monthly reports that came due: drawn up from the platform's figures, and handed in as a delivery once somebody of the office signed what
 * he saw. What was signed stays as it is: rows that come later change the figures, never the report; whoever finds it wrong objects to
 * the record, and the office withdraws it.
 */
public final class BulletinDesk {

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
     * A report as it would be signed now; there is nothing to sign where nothing is said of anybody.
     *
     * @param seen SHA-256 over all that it says but its day, as 64 hexadecimal digits: who signs says by it what he read
     */
    public record Draft(Bulletin bulletin, YearMonth month, Authority speaker, Findings findings, String seen) {
        public boolean isEmpty() {
            return findings.told().isEmpty();
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

    /**
     * A month of which a report is due.
     *
     * @param key under which it is handed in
     */
    private record Open(Bulletin bulletin, YearMonth month, Authority speaker, String key) {}

    private List<Open> open(Policy policy) {
        List<Open> open = new ArrayList<>();
        for (Bulletin bulletin : policy.instruments().monitoring().bulletins()) {
            Authority speaker = policy.authority(bulletin.speaker()).orElseThrow();
            for (YearMonth month : bulletin.dueOn(today())) {
                List<Delivery> before = handedIn(bulletin, month, speaker);
                if (before.stream().allMatch(BulletinDesk::brokeOff)) {
                    open.add(new Open(bulletin, month, speaker, key(bulletin, month, before.size() + 1)));
                }
            }
        }
        open.sort(Comparator.comparing(Open::month).reversed());
        return open;
    }

    /** How many reports can be signed. */
    public int due() {
        Policy policy = inForce.policy();
        return (int) open(policy).stream()
                .filter(one ->
                        !figures.of(one.bulletin(), one.month(), policy).told().isEmpty())
                .count();
    }

    /** Reports on months that came due and were not handed in, newest month first; none of months in which nobody delivered. */
    public List<Draft> drafts() {
        Policy policy = inForce.policy();
        return open(policy).stream()
                .map(one -> draft(one, policy))
                .filter(draft -> !draft.isEmpty() || !draft.findings().leftOut().isEmpty())
                .toList();
    }

    private Draft draft(Open open, Policy policy) {
        Findings findings = figures.of(open.bulletin(), open.month(), policy);
        return new Draft(open.bulletin(), open.month(), open.speaker(), findings, seen(open, findings.told()));
    }

    /** Reports on the last {@value #ISSUED_MONTHS} months that were handed in, newest month first. */
    public List<Issued> issued() {
        Policy policy = inForce.policy();
        YearMonth now = YearMonth.from(today());
        List<Issued> issued = new ArrayList<>();
        for (int back = 1; back <= ISSUED_MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            for (Bulletin bulletin : policy.instruments().monitoring().bulletins()) {
                Authority speaker = policy.authority(bulletin.speaker()).orElseThrow();
                handedIn(bulletin, month, speaker)
                        .forEach(delivery -> issued.add(new Issued(bulletin, month, delivery)));
            }
        }
        return issued;
    }

    /** Every delivery of a report: more than one only where nothing came of those before. */
    private List<Delivery> handedIn(Bulletin bulletin, YearMonth month, Authority speaker) {
        List<Delivery> found = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            Delivery delivery = deliveries
                    .find(speaker.code(), key(bulletin, month, attempt))
                    .orElse(null);
            if (delivery == null) {
                return found;
            }
            found.add(delivery);
        }
    }

    /** Closed without a row that stands or may still come to stand: nobody was told anything. */
    private static boolean brokeOff(Delivery delivery) {
        RowCounts counts = delivery.counts();
        return delivery.state() == Delivery.State.CLOSED
                && counts.accepted() + counts.unchanged() + counts.waiting() == 0;
    }

    /**
     * Hands a report in, in the name of the body that speaks and under the name of who signed. Signed twice, it is handed in once.
     *
     * @param seen of the draft that was read
     */
    public Signing sign(Actor signer, String bulletin, YearMonth month, String seen) {
        Policy policy = inForce.policy();
        Open open = open(policy).stream()
                .filter(one -> one.bulletin().rule().id().equals(bulletin)
                        && one.month().equals(month))
                .findFirst()
                .orElse(null);
        if (open == null) {
            return new Signing.NotDue();
        }
        Draft draft = draft(open, policy);
        if (draft.isEmpty()) {
            return new Signing.NotDue();
        }
        if (!draft.seen().equals(seen)) {
            return new Signing.Changed();
        }
        Delivery delivery = deliver(open, draft.findings().told(), signer);
        return delivery.state() == Delivery.State.REJECTED
                ? new Signing.Rejected(delivery)
                : new Signing.Done(delivery);
    }

    private Delivery deliver(Open open, List<Told> told, Actor signer) {
        RecordType type = type(open.bulletin());
        Order order = new Order(
                type.id(),
                open.speaker().code(),
                signer.name(),
                type.id() + "-" + open.month() + ".csv",
                open.key(),
                false);
        byte[] file = written(open, told, today());
        try {
            return deliveries.receive(order, new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] written(Open open, List<Told> told, LocalDate day) {
        return new BulletinFile(open.bulletin(), type(open.bulletin()), open.speaker(), open.month(), day)
                .write(told)
                .getBytes(StandardCharsets.UTF_8);
    }

    private RecordType type(Bulletin bulletin) {
        return inForce.policy().recordType(bulletin.form().recordType()).orElseThrow();
    }

    private String seen(Open open, List<Told> told) {
        byte[] said = written(open, told, open.month().atEndOfMonth());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(Bulletin bulletin, YearMonth month, int attempt) {
        String first = bulletin.rule().id() + "." + month;
        return attempt == 1 ? first : first + "." + attempt;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
