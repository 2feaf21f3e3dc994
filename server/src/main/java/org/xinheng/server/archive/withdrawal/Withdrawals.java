package org.xinheng.server.archive.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.Archive.RecordHistory;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.MayEnd;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/**
 * Withdraws records for those who may end them, the credit office on the mandate of another source; at once, with the number of the
 * document and a public statement of reasons.
 */
final class Withdrawals {

    static final int LONGEST_NUMBER = 128;
    static final int SHORTEST_STATEMENT = 10;
    static final int LONGEST_STATEMENT = 1000;
    private static final String GROUNDS = "withdrawal-ground";
    private static final String CLOCK = "withdrawal";

    private final Archive archive;
    private final MayEnd mayEnd;
    private final PolicyInForce inForce;
    private final WithdrawalNotices notices;
    private final AccessLog log;
    private final Clock clock;

    Withdrawals(
            Archive archive,
            MayEnd mayEnd,
            PolicyInForce inForce,
            WithdrawalNotices notices,
            AccessLog log,
            Clock clock) {
        this.archive = archive;
        this.mayEnd = mayEnd;
        this.inForce = inForce;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /** Where a record stands for somebody who wants to withdraw it. */
    sealed interface Standing {
        record Unknown() implements Standing {}

        /**
         * Somebody else ends it.
         *
         * @param authority code of the body that decided it
         */
        record Foreign(MayEnd.Verdict verdict, String authority) implements Standing {}

        record Ended(RecordHistory history, RecordHistory.Ended how) implements Standing {}

        record Stands(RecordHistory history) implements Standing {}
    }

    /** What became of a withdrawal. */
    sealed interface Outcome {
        /**
         * @param dueBy last day on which the law wants it withdrawn and the reasons stated
         * @param inTime whether this day has not passed
         * @param provisional the day lies in a year without notice of holidays, or is counted from today for want of the
         *     document's date
         */
        record Withdrawn(Position position, LocalDate dueBy, boolean inTime, boolean provisional) implements Outcome {}

        record Refused(Standing standing) implements Outcome {}
    }

    /** What the actor is shown of the record is logged. */
    Standing standing(Actor actor, String address) {
        Optional<RecordHistory> history = archive.history(address, archive.position());
        if (history.isEmpty()) {
            return new Standing.Unknown();
        }
        RecordVersion last = history.get().versions().getLast();
        SourceScope scope = SourceScope.toAct(actor, inForce.policy(), today());
        MayEnd.Verdict verdict = mayEnd.of(actor, last, today());
        if (verdict != MayEnd.Verdict.YES) {
            return new Standing.Foreign(verdict, last.authorityCode());
        }
        log.read(
                actor,
                "record.withdrawal",
                last.organisationId(),
                ReadingPurpose.of(scope.all()).code());
        RecordHistory.Ended ended = history.get().ended();
        return ended == null ? new Standing.Stands(history.get()) : new Standing.Ended(history.get(), ended);
    }

    /** Grounds of the pack: value → title. */
    Map<String, String> grounds(Words words) {
        var list = inForce.policy().codeLists().get(GROUNDS);
        if (list == null) {
            throw new IllegalStateException("the pack has no code list " + GROUNDS);
        }
        Map<String, String> titles = new LinkedHashMap<>();
        list.values().forEach((value, title) -> titles.put(value, words.say(title)));
        return titles;
    }

    /** Name of a body; its code where the pack does not know it. */
    Title body(String code) {
        return inForce.policy().authority(code).map(Authority::name).orElse(new Title(code, code));
    }

    Title ground(String value) {
        var list = inForce.policy().codeLists().get(GROUNDS);
        Title title = list == null ? null : list.values().get(value);
        return title == null ? new Title(value, value) : title;
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    /** The body that acts; on a mandate for all, that which delivered it. */
    private String issuer(Actor actor, RecordVersion record) {
        String source = actor.source();
        boolean mandate = SourceScope.toAct(actor, inForce.policy(), today()).all();
        return mandate || source == null
                ? record.sourceCode()
                : inForce.policy().authority(source).map(Authority::code).orElse(record.sourceCode());
    }

    /** Meaningful only when the check has not failed. */
    Withdrawal read(TypedWithdrawal typed, FormCheck check, Words words) {
        String number = check.line("documentNumber", typed.documentNumber(), LONGEST_NUMBER);
        return new Withdrawal(
                check.choice("ground", typed.ground(), grounds(words)),
                number,
                check.pastDay("documentDate", typed.documentDate(), today()),
                check.reason("statement", typed.statement(), SHORTEST_STATEMENT, LONGEST_STATEMENT, number::contains));
    }

    Outcome withdraw(Actor actor, String address, Withdrawal withdrawal) {
        Standing standing = standing(actor, address);
        if (!(standing instanceof Standing.Stands stands)) {
            return new Outcome.Refused(standing);
        }
        RecordVersion last = stands.history().versions().getLast();
        return switch (notices.together(
                last, withdrawal, issuer(actor, last), () -> archive.withdraw(address, withdrawal, actor.name()))) {
            case EndResult.Ended(Position position) -> withdrawn(position, withdrawal.documentDate());
            case EndResult.AlreadyEnded _, EndResult.NoSuchRecord _ -> new Outcome.Refused(standing(actor, address));
        };
    }

    private Outcome withdrawn(Position position, @Nullable LocalDate documentDate) {
        LocalDate today = LocalDate.ofInstant(position.at(), clock.getZone());
        DueDate due = due(documentDate == null ? today : documentDate);
        return new Outcome.Withdrawn(
                position, due.date(), !today.isAfter(due.date()), due.provisional() || documentDate == null);
    }

    /** Penalty Law art. 48 (2) by the period of the pack, from the document that changed the decision. */
    DueDate due(LocalDate start) {
        Policy policy = inForce.policy();
        return DueDate.of(policy.deadline(CLOCK, start), policy.calendar(), start);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Id of an ending as programs read it. */
    static String id(Ending ending) {
        return switch (ending) {
            case WITHDRAWN -> "withdrawn";
            case REPAIRED -> "repaired";
            case UNLINKED -> "unlinked";
        };
    }
}
