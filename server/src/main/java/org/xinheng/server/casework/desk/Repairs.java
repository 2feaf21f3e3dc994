package org.xinheng.server.casework.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.RepairEligibility;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.port.RepairWindow;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.Handovers;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** Before a repair is a case: may it be asked for, what is missing, and the way to the one window and back. */
public final class Repairs {

    /** Id of the kind in the pack. */
    public static final String KIND = "repair";

    private static final JsonMapper JSON = new JsonMapper();

    private final CaseDesk desk;
    private final CaseStore store;
    private final Subjects subjects;
    private final Parties parties;
    private final Port port;
    private final RepairBar bar;

    public Repairs(CaseDesk desk, CaseStore store, Subjects subjects, Parties parties, Port port, RepairBar bar) {
        this.desk = desk;
        this.store = store;
        this.subjects = subjects;
        this.parties = parties;
        this.port = port;
        this.bar = bar;
    }

    /** The window, and the book of what went there. */
    public record Port(RepairWindow window, Handovers book) {}

    /** What became of an application. */
    public sealed interface Application {
        /** @param number under which it was handed over */
        record HandedOver(String number) implements Application {}

        record NotReady(RepairEligibility eligibility) implements Application {}

        /** No such record stands, or it is somebody else's. */
        record Unknown() implements Application {}

        /** At the service window nobody acts for an organisation that has not presented itself. */
        record NotPresented() implements Application {}

        /** The window did not take it; nothing was kept. */
        record WindowAway() implements Application {}
    }

    /**
     * What is handed in: proof of performance and commitment letter.
     *
     * @param presented what was shown at the service window; null where the organisation asks itself
     */
    public record Papers(
            String performance, String commitment, @Nullable Presented presented) {
        /** Of an organisation that asks itself. */
        public Papers(String performance, String commitment) {
            this(performance, commitment, null);
        }
    }

    /** Whether the repair of a record that stands may be asked for today; null when none stands. */
    public @Nullable RepairEligibility eligibility(String address, boolean proof, boolean commitment) {
        RecordVersion record = subjects.standing(address);
        if (record == null) {
            return null;
        }
        boolean open = store.ofRecord(address).stream()
                .anyMatch(file -> file.opening().kind().equals(KIND) && !file.closed());
        return bar.eligibility(record, proof, commitment, open);
    }

    /** Whether somebody may prepare the application: the organisation itself, or the window for it. */
    public boolean mayAsk(Actor actor, RecordVersion record) {
        Set<Party> as = parties.of(
                actor,
                record.authorityCode(),
                record.organisationId(),
                desk.around().today());
        return as.contains(Party.ORGANISATION) || as.contains(Party.WINDOW);
    }

    /**
     * Fills in what is known and hands it over; the case opens when the push arrives. While a push is awaited nothing is handed over once
     * more, whether the organisation or the window asks: both are told the number of then.
     *
     * @param key of the form that was sent: sent again, it hands nothing over at any time
     */
    public Application handOver(Actor actor, String address, Papers papers, String key) {
        RecordVersion record = subjects.standing(address);
        RecordLine line = subjects.line(address);
        if (record == null || line == null || !mayAsk(actor, record)) {
            return new Application.Unknown();
        }
        if (Parties.atWindow(actor) && papers.presented() == null) {
            return new Application.NotPresented();
        }
        try {
            return store.together(
                    "hand-over " + address,
                    () -> port.book()
                            .ofForm(key, address)
                            .or(() -> awaited(address))
                            .<Application>map(Application.HandedOver::new)
                            .orElseGet(() -> handedOver(actor, line, papers, key)));
        } catch (UncheckedIOException e) {
            return new Application.WindowAway();
        }
    }

    /** The number of the last hand-over while its push may still come: nothing has followed, and its period runs. */
    private Optional<String> awaited(String address) {
        return port.book()
                .waiting(KIND, address)
                .filter(sent -> !desk.around().today().isAfter(lastDayOfPush(sent.at())))
                .map(Handovers.Sent::number);
    }

    private LocalDate lastDayOfPush(Instant handedOver) {
        var around = desk.around();
        CaseKind.Recheck recheck = Objects.requireNonNull(kind().recheck(), "repairs are looked into again");
        return due(
                recheck.push(), LocalDate.ofInstant(handedOver, around.clock().getZone()));
    }

    private Application handedOver(Actor actor, RecordLine line, Papers papers, String key) {
        RepairEligibility eligibility = eligibility(
                line.address(),
                !papers.performance().isBlank(),
                !papers.commitment().isBlank());
        if (eligibility == null) {
            return new Application.Unknown();
        }
        if (!eligibility.ready()) {
            return new Application.NotReady(eligibility);
        }
        var around = desk.around();
        String number = port.book().nextNumber(around.today());
        String content = JSON.writeValueAsString(content(number, line, papers));
        port.book().add(new Handovers.Entry(number, line.address(), actor.name(), around.now(), content), key);
        return sent(number, content);
    }

    /** Within the transaction: what the window does not take stands in no book. */
    private Application sent(String number, String content) {
        try {
            port.window().handOver(number, content);
            return new Application.HandedOver(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> content(String number, RecordLine line, Papers papers) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("number", number);
        content.put("record", line.address());
        content.put("documentNumber", line.number());
        content.put("authority", line.authority());
        content.put("authorityCode", line.version().authorityCode());
        if (line.party() != null) {
            content.put("organisation", line.party().name());
            content.put("code", line.party().code());
        }
        content.put("preparedOn", desk.around().today().toString());
        content.put("performance", papers.performance());
        content.put("commitment", papers.commitment());
        Presented presented = papers.presented();
        if (presented != null) {
            content.put("presented", presented.kind().id());
            content.put("presentedNumber", presented.number());
        }
        content.put("fee", 0);
        return content;
    }

    private Outcome opened(
            Actor actor, String number, String address, LocalDate appliedOn, Map<String, String> papers) {
        RecordVersion record = subjects.standing(address);
        LocalDate first = record == null ? null : record.decidedOn();
        if (first != null && appliedOn.isBefore(first)) {
            String day = first.toString();
            return new Outcome.Not(Outcome.Why.APPLIED_TOO_EARLY, List.of(new Title(day, day)));
        }
        List<String> names = List.copyOf(papers.values());
        return desk.open(
                actor,
                new Asked(
                        KIND,
                        Asked.About.record(address),
                        null,
                        "",
                        new Asked.Opened(Said.NOTHING, names, number, null, papers.keySet(), Map.of()),
                        appliedOn));
    }

    private LocalDate due(String clock, LocalDate start) {
        var policy = desk.around().policy();
        return DueDate.of(policy.deadline(clock, start), policy.calendar(), start)
                .date();
    }

    private CaseKind kind() {
        return desk.around().kind(KIND).orElseThrow(() -> new IllegalStateException("no repairs here"));
    }

    /** Papers of an application that the pack knows: id → title. */
    public Map<String, String> documents(Words words) {
        Map<String, String> titles = new LinkedHashMap<>();
        kind().documents().forEach(document -> titles.put(document.id(), words.say(document.title())));
        return titles;
    }

    /**
     * The push (推送): opens the case with the day of the application, from which the whole period runs, and takes the push
     * itself, from which that of acceptance runs. The same push may come twice.
     *
     * @param number the window's own number of the application
     * @param papers id of the document in the pack → its name and number
     */
    public Outcome push(Actor actor, String number, String address, LocalDate appliedOn, Map<String, String> papers) {
        CaseFile known = store.findByOutsideNumber(number).orElse(null);
        if (known != null && !address.equals(known.opening().record())) {
            return new Outcome.AlreadyOpen(known);
        }
        Outcome opened = known != null ? new Outcome.Done(known) : opened(actor, number, address, appliedOn, papers);
        if (!(opened instanceof Outcome.Done(CaseFile file)) || file.steps().size() > 1) {
            return opened;
        }
        String push = desk.open(actor, file).getFirst().id();
        return desk.take(actor, file.id(), new Taking(push, 1, Said.NOTHING, List.of(), null, null));
    }
}
