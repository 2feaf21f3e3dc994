package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.casework.Finding;
import org.xinheng.core.casework.Move;
import org.xinheng.core.casework.Refusal;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseDecided;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.DeadlineMissed;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;

/** Opens cases and takes steps in them. A step, its marks, endings and documents stand or fall together. */
public final class CaseDesk {

    /** As whom the end of a period acts. */
    private static final String CLOCK_ACTOR = "clock";

    /** As whom anybody tells something: nothing is known of them. */
    private static final String REPORTER_ACTOR = "reporter";

    private final CaseStore store;
    private final CaseEffects effects;
    private final Parties parties;
    private final Subjects subjects;
    private final MayEnd mayEnd;
    private final Surroundings around;

    public CaseDesk(
            CaseStore store,
            CaseEffects effects,
            Parties parties,
            Subjects subjects,
            MayEnd mayEnd,
            Surroundings around) {
        this.store = store;
        this.effects = effects;
        this.parties = parties;
        this.subjects = subjects;
        this.mayEnd = mayEnd;
        this.around = around;
    }

    public Surroundings around() {
        return around;
    }

    public Outcome open(Actor actor, Asked asked) {
        CaseKind kind = around.kind(asked.kind()).orElse(null);
        Opening opening = kind == null ? null : CaseOpening.subject(kind, asked, subjects);
        if (kind != null && opening == null && Finding.neededFor(kind)) {
            return new Outcome.Refused(Refusal.FINDING_MISSING);
        }
        if (kind == null || opening == null) {
            return new Outcome.Not(Outcome.Why.UNKNOWN);
        }
        Set<Party> as = parties.of(actor, opening.authority(), opening.organisationId(), around.today());
        Action action = CaseOpening.action(kind, as).orElse(null);
        if (action == null) {
            return new Outcome.Not(Outcome.Why.FOREIGN);
        }
        String about = opening.record() == null ? "organisation " + opening.organisationId() : opening.record();
        return CaseOpening.obstacle(kind, action, as, asked, opening, subjects)
                .orElseGet(() -> undoing(() ->
                        store.together(about, () -> open(actor.name(), kind, opening, party(action, as), asked))));
    }

    /** Kinds that anybody may open without signing in. */
    public Optional<CaseKind> openToAnybody() {
        return around.policy().instruments().cases().values().stream()
                .filter(kind -> CaseOpening.action(kind, Set.of(Party.REPORTER)).isPresent())
                .findFirst();
    }

    /** Opens a case for somebody of whom nothing is known; one that came under the same outside number before is found instead. */
    public Outcome tell(Asked asked) {
        CaseKind kind = around.kind(asked.kind()).orElse(null);
        Opening opening = kind == null ? null : CaseOpening.subject(kind, asked, subjects);
        Action action = kind == null
                ? null
                : CaseOpening.action(kind, Set.of(Party.REPORTER)).orElse(null);
        if (kind == null || opening == null || action == null) {
            return new Outcome.Not(Outcome.Why.UNKNOWN);
        }
        String number = Objects.requireNonNull(opening.outsideNumber());
        return CaseOpening.obstacle(kind, action, Set.of(Party.REPORTER), asked, opening, subjects)
                .orElseGet(() -> undoing(() -> store.together(
                        number,
                        () -> store.findByOutsideNumber(number)
                                .<Outcome>map(Outcome.AlreadyOpen::new)
                                .orElseGet(() -> open(REPORTER_ACTOR, kind, opening, Party.REPORTER, asked)))));
    }

    /** The case that came under an outside number. */
    public Optional<CaseFile> told(String outsideNumber) {
        return store.findByOutsideNumber(outsideNumber);
    }

    private Outcome open(String actor, CaseKind kind, Opening wanted, Party party, Asked asked) {
        List<CaseFile> earlier = wanted.record() == null ? List.of() : store.ofRecord(wanted.record());
        Optional<CaseFile> open = earlier.stream()
                .filter(file -> file.opening().kind().equals(kind.id()) && !file.closed())
                .findFirst();
        if (open.isPresent()) {
            return new Outcome.AlreadyOpen(open.get());
        }
        Action action = CaseOpening.action(kind, Set.of(party)).orElseThrow();
        Said said = asked.opened().said();
        var move = new Move(action.id(), party, 0, asked.day(), around.now(), said(said, null, finding(wanted)));
        return switch (around.machine(kind).plan(List.of(), move)) {
            case CaseMachine.Outcome.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case CaseMachine.Outcome.Planned planned -> {
                var first = new Taken(
                        planned.step(),
                        actor,
                        said,
                        asked.opened().papers(),
                        around.policy().version(),
                        closed(kind, action, false));
                Opening opening = CaseOpening.compared(wanted, first, earlier);
                yield follow(
                        kind,
                        store.open(opening, kind.number(), first),
                        action,
                        null,
                        asked.opened().written());
            }
        };
    }

    /** Whether the actor may open a case of a kind about a record that stands; nobody else is shown anything of it. */
    public boolean mayOpen(Actor actor, CaseKind kind, String record) {
        Asked asked = new Asked(
                kind.id(),
                Asked.About.record(record),
                null,
                "",
                new Asked.Opened(Said.NOTHING, List.of(), null),
                around.today());
        Opening opening = CaseOpening.subject(kind, asked, subjects);
        return opening != null
                && CaseOpening.action(
                                kind, parties.of(actor, opening.authority(), opening.organisationId(), around.today()))
                        .isPresent();
    }

    public Outcome take(Actor actor, long id, Taking taking) {
        CaseFile file = find(actor, id).orElse(null);
        CaseKind kind = file == null ? null : around.kind(file.opening().kind()).orElse(null);
        if (file == null || kind == null) {
            return new Outcome.Not(Outcome.Why.UNKNOWN);
        }
        Set<Party> as = parties(actor, file);
        if (as.isEmpty()) {
            return new Outcome.Not(Outcome.Why.FOREIGN);
        }
        Party party = kind.action(taking.action())
                .map(action -> party(action, as))
                .orElse(as.iterator().next());
        return undoing(() -> store.together(
                file.number(),
                () -> kind.action(taking.action())
                        .flatMap(action -> cannotEnd(actor, file, action))
                        .orElseGet(() -> take(file, kind, actor.name(), party, taking))));
    }

    /** Why a step that withdraws the record is not the actor's; empty when it is, or when the record was ended meanwhile. */
    private Optional<Outcome> cannotEnd(Actor actor, CaseFile file, Action action) {
        String address = file.opening().record();
        RecordVersion record = address != null && action.effects().contains(CaseKind.Effect.WITHDRAW)
                ? subjects.standing(address)
                : null;
        if (record == null) {
            return Optional.empty();
        }
        List<Title> authority = List.of(subjects.authority(record));
        return switch (mayEnd.of(actor, record, around.today())) {
            case YES -> Optional.empty();
            case FOREIGN -> Optional.of(new Outcome.Not(Outcome.Why.FOREIGN));
            case NOT_THE_AUTHORITY -> Optional.of(new Outcome.Not(Outcome.Why.NOT_THE_AUTHORITY, authority));
            case OWN_PROCEEDING -> Optional.of(new Outcome.Not(Outcome.Why.OWN_PROCEEDING, authority));
        };
    }

    private Set<Party> parties(Actor actor, CaseFile file) {
        return parties.in(file, actor, around.today());
    }

    /** A party of theirs that may; else any, so that the machine says that they may not. */
    private static Party party(Action action, Set<Party> as) {
        return as.stream()
                .filter(action.by()::contains)
                .findFirst()
                .orElse(as.iterator().next());
    }

    private Outcome take(CaseFile file, CaseKind kind, String actor, Party party, Taking taking) {
        var move = new Move(
                taking.action(),
                party,
                taking.seen(),
                around.today(),
                around.now(),
                said(taking.said(), taking.until(), null));
        return switch (around.machine(kind).plan(file.course(), move)) {
            case CaseMachine.Outcome.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case CaseMachine.Outcome.Planned planned -> {
                var taken = new Taken(
                        planned.step(),
                        actor,
                        taking.said(),
                        taking.papers(),
                        around.policy().version(),
                        closed(kind, planned.action(), file.closed()));
                yield store.add(file.id(), taken)
                        ? follow(kind, with(file, taken), planned.action(), taking.withdrawalGround(), taking.written())
                        : new Outcome.Refused(Refusal.OVERTAKEN);
            }
        };
    }

    private static CaseFile with(CaseFile file, Taken taken) {
        List<Taken> steps = new ArrayList<>(file.steps());
        steps.add(taken);
        return file.with(steps);
    }

    private @Nullable Finding finding(Opening wanted) {
        String record = wanted.record();
        return record == null ? null : subjects.finding(record, around.today());
    }

    private static Move.Said said(Said said, @Nullable LocalDate until, @Nullable Finding finding) {
        return new Move.Said(
                !said.reason().isBlank(), !said.documentNumber().isBlank(), said.documentDate(), until, finding);
    }

    private static boolean closed(CaseKind kind, Action action, boolean before) {
        String to = action.to();
        return to == null ? before : kind.state(to).map(CaseKind.State::closed).orElse(false);
    }

    private Outcome follow(
            CaseKind kind,
            CaseFile file,
            Action action,
            @Nullable String withdrawalGround,
            Map<String, String> written) {
        effects.follow(setting(kind, file), action, withdrawalGround, written);
        around.events().publishEvent(new CaseDecided(file.id(), file.steps().size(), kind.id(), action.id()));
        return new Outcome.Done(file);
    }

    private CaseEffects.Setting setting(CaseKind kind, CaseFile file) {
        var view = around.machine(kind).view(file.course());
        return new CaseEffects.Setting(around.policy(), kind, file, view, around.today());
    }

    private static Outcome undoing(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (CaseEffects.Undone undone) {
            return new Outcome.Not(undone.why());
        }
    }

    /** A case that the actor may see. */
    public Optional<CaseFile> find(Actor actor, long id) {
        var sight = parties.sight(actor, around.today());
        return store.find(id).filter(file -> sight.covers(file));
    }

    /** Whether the actor is in the case: some action of its kind is theirs. Who only oversees cases sees their state, not their files. */
    public boolean takesPart(Actor actor, CaseFile file) {
        Set<Party> as = parties(actor, file);
        return around.kind(file.opening().kind()).stream()
                .flatMap(kind -> kind.actions().stream())
                .anyMatch(action -> action.by().stream().anyMatch(as::contains));
    }

    /** What the actor may do in it now. */
    public List<Action> open(Actor actor, CaseFile file) {
        return around
                .kind(file.opening().kind())
                .map(kind -> around.machine(kind).open(file.course(), parties(actor, file)))
                .orElse(List.of())
                .stream()
                .filter(action -> cannotEnd(actor, file, action).isEmpty())
                .toList();
    }

    /** Cases that the actor may see, in the order of their ids. */
    public List<CaseFile> list(Actor actor, @Nullable String kind, boolean openOnly, long after, int limit) {
        Scope sight = parties.sight(actor, around.today());
        return store.list(kind == null ? sight : sight.of(kind), openOnly, after, limit);
    }

    /** What the ends of periods bring about in one case today. @return whether anything was taken down */
    boolean runOut(CaseFile file) {
        CaseKind kind = around.kind(file.opening().kind()).orElse(null);
        if (kind == null) {
            return false;
        }
        List<Action> missed = around.machine(kind).missed(file.course(), around.today());
        Supplier<Outcome> work = missed.isEmpty() ? () -> keep(kind, file) : () -> miss(kind, file, missed.getFirst());
        return undoing(() -> store.together(file.number(), work)) instanceof Outcome.Done && !missed.isEmpty();
    }

    /** Under the lock of its number: a step that was taken since the file was read has set the marks itself. */
    private Outcome keep(CaseKind kind, CaseFile read) {
        CaseFile file = store.find(read.id()).orElseThrow();
        if (file.steps().size() == read.steps().size()) {
            effects.reconcile(setting(kind, file), CLOCK_ACTOR);
        }
        return new Outcome.Done(file);
    }

    private Outcome miss(CaseKind kind, CaseFile file, Action action) {
        var taking = new Taking(action.id(), file.steps().size(), Said.NOTHING, List.of(), null, null);
        Outcome outcome = take(file, kind, CLOCK_ACTOR, Party.CLOCK, taking);
        if (outcome instanceof Outcome.Done) {
            around.events().publishEvent(new DeadlineMissed(file.id(), kind.id(), action.id()));
        }
        return outcome;
    }

    /** Whether something that should have followed by the end of a day has not. */
    boolean escalationMissing(CaseFile file, LocalDate day) {
        return around.kind(file.opening().kind())
                .filter(kind -> !around.machine(kind).missed(file.course(), day).isEmpty())
                .isPresent();
    }
}
