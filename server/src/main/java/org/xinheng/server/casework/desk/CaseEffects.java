package org.xinheng.server.casework.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Action;
import org.xinheng.core.policy.CaseKind.Effect;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.archive.reading.RecordLine;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;

/** What a step does beyond its case: in the archive and in the organisation's inbox, in the transaction of the step. */
public final class CaseEffects {

    /** Fields of documents that the case itself fills; whoever takes the step is asked for the others. */
    private static final Set<String> KNOWN = Set.of(
            "number",
            "document",
            "subject",
            "ground",
            "reasons",
            "facts",
            "missing",
            "remedy",
            "result",
            "due",
            "new-due",
            "until",
            "earliest",
            "repeated",
            "marked",
            "unmarked",
            "withheld",
            "statement");

    /** Whose number is that of the document that is served; anybody else names a paper of another. */
    private static final Set<Party> NUMBERING = EnumSet.of(Party.SOURCE, Party.OFFICE, Party.CLOCK);

    private final Archive archive;
    private final RecordMarks marks;
    private final DocumentService documents;
    private final Subjects subjects;
    private final RepairBar bar;

    public CaseEffects(
            Archive archive, RecordMarks marks, DocumentService documents, Subjects subjects, RepairBar bar) {
        this.archive = archive;
        this.marks = marks;
        this.documents = documents;
        this.subjects = subjects;
        this.bar = bar;
    }

    /** What is known where an effect comes to pass. */
    record Setting(Policy policy, CaseKind kind, CaseFile file, CaseMachine.View view, LocalDate today) {}

    /** An effect could not come to pass: the step is undone with everything else. */
    static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Outcome.Why why;

        Undone(Outcome.Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Outcome.Why why() {
            return why;
        }
    }

    /** What whoever takes one of these steps writes into the document that is served with it, each field once. */
    public static List<DocumentTemplate.Field> asked(Policy policy, List<Action> actions) {
        return actions.stream()
                .flatMap(action -> Stream.ofNullable(action.serves()))
                .flatMap(serves -> policy.instruments().document(serves).stream())
                .flatMap(template -> template.fields().stream())
                .filter(field -> !KNOWN.contains(field.id()))
                .collect(Collectors.toMap(
                        DocumentTemplate.Field::id, field -> field, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /**
     * @param setting with the new step as the last one of the file
     * @param written fields of the document that only whoever took the step knows
     */
    void follow(Setting setting, Action action, @Nullable String withdrawalGround, Map<String, String> written) {
        CaseFile.Taken last = setting.file().steps().getLast();
        String record = setting.file().opening().record();
        String serves = action.serves();
        Map<String, String> fields = serves == null ? Map.of() : fields(setting, action, serves, last.said(), written);
        if (record != null) {
            action.effects().forEach(effect -> touch(setting, effect, record, withdrawalGround));
            reconcile(setting, last.actor());
        }
        if (serves != null) {
            CaseFile.Opening opening = setting.file().opening();
            documents.serve(new Document(
                    opening.organisationId(),
                    serves,
                    fields,
                    opening.authority(),
                    setting.file().number()));
        }
    }

    private void touch(Setting setting, Effect effect, String record, @Nullable String withdrawalGround) {
        CaseFile.Taken last = setting.file().steps().getLast();
        Said said = last.said();
        switch (effect) {
            case END_REPAIRED -> {
                shortestPeriodIsOver(setting, record);
                ended(archive.end(record, Ending.REPAIRED, said.documentNumber(), "", last.actor()));
            }
            case UNBARRED -> {
                if (bar.stands(setting.file().opening().organisationId(), setting.today())) {
                    throw new Undone(Outcome.Why.BARRED);
                }
            }
            case WITHDRAW -> withdrawn(archive.withdraw(record, withdrawal(said, withdrawalGround), last.actor()));
            case UNDO_REPAIR -> {
                var undone = marks.restore(record, said.documentNumber(), said.reason(), last.actor());
                if (!(undone instanceof RecordMarks.Result.Done)) {
                    throw new Undone(Outcome.Why.NOT_REPAIRED);
                }
            }
            case CORRECTED -> {
                if (!isCorrected(record, setting.file().opening().recordVersion())) {
                    throw new Undone(Outcome.Why.NOT_CORRECTED);
                }
            }
            case MARK,
                    HIDE,
                    UNMARK,
                    RETRACT,
                    WITHHOLD,
                    LITIGATION,
                    LITIGATION_OVER,
                    SCREEN,
                    UNSCREEN,
                    LEAD,
                    BAR,
                    RETURN_RESULT -> {}
        }
    }

    /** Whoever hands it in: Order 36 knows no repair before the shortest period is over. Screening by a court's ruling has its own rule. */
    private void shortestPeriodIsOver(Setting setting, String record) {
        RecordVersion standing = archive.find(record);
        if (standing == null || !setting.kind().id().equals(Repairs.KIND)) {
            return;
        }
        var earliest = standing.earliestRepair();
        if (earliest == null || setting.today().isBefore(earliest)) {
            throw new Undone(Outcome.Why.TOO_EARLY);
        }
    }

    /** Whether a later version says something else; one that only other rules judged anew says the same. */
    private boolean isCorrected(String record, int objectedTo) {
        RecordVersion current = archive.find(record);
        return current != null
                && current.version() > objectedTo
                && archive
                        .history(record, archive.position())
                        .map(Archive.RecordHistory::versions)
                        .orElse(List.of())
                        .stream()
                        .filter(version -> version.version() == objectedTo)
                        .noneMatch(version -> version.values().equals(current.values()));
    }

    private static Withdrawal withdrawal(Said said, @Nullable String ground) {
        if (ground == null) {
            throw new Undone(Outcome.Why.WITHDRAWAL_GROUND);
        }
        return new Withdrawal(ground, said.documentNumber(), said.documentDate(), said.reason());
    }

    /** Who may withdraw it may have done so at another door: it is withdrawn either way. */
    private static void withdrawn(EndResult result) {
        if (!result.equals(new EndResult.AlreadyEnded(Ending.WITHDRAWN))) {
            ended(result);
        }
    }

    private static void ended(EndResult result) {
        if (!(result instanceof EndResult.Ended)) {
            throw new Undone(Outcome.Why.RECORD_ENDED);
        }
    }

    /** Brings the marks on the record in line with the case; also when a notice of holidays moved a due day. */
    void reconcile(Setting setting, String actor) {
        String record = setting.file().opening().record();
        if (record == null) {
            return;
        }
        List<RecordMark> standing = marks.standing(record).stream()
                .filter(mark -> mark.reference().equals(setting.file().number()))
                .toList();
        List<RecordMark> wanted = CaseMarks.of(setting.kind(), setting.file(), setting.view());
        var changes = CaseMarks.changes(wanted, standing, setting.today());
        if (changes.isEmpty()) {
            return;
        }
        var result = marks.change(record, changes, actor);
        boolean places = changes.stream().anyMatch(RecordMarks.Change::placed);
        if (places && !(result instanceof RecordMarks.Result.Done)) {
            throw new Undone(Outcome.Why.RECORD_ENDED);
        }
    }

    private static Party partyOf(Setting setting) {
        return setting.file().steps().getLast().step().party();
    }

    /** Values for those fields that the template declares. */
    private Map<String, String> fields(
            Setting setting, Action action, String serves, Said said, Map<String, String> written) {
        Title answer = action.answer();
        String told = answer == null ? "" : answer.zh();
        String reasons = said.reason().isBlank() ? told : said.reason();
        DocumentTemplate template =
                setting.policy().instruments().document(serves).orElseThrow();
        boolean reasoned =
                template.fields().stream().anyMatch(field -> field.id().equals("reasons"));
        Map<String, String> all = new HashMap<>(written);
        // What the case knows is said by the case alone, never by whoever takes the step.
        all.keySet().removeAll(KNOWN);
        all.put("number", NUMBERING.contains(partyOf(setting)) ? said.documentNumber() : "");
        all.put("document", said.documentNumber());
        all.put("subject", subject(setting));
        all.put("ground", ground(setting));
        all.put("reasons", reasons);
        all.put("missing", reasons);
        all.put("remedy", told);
        all.put("result", reasoned && !told.isEmpty() ? told : reasons);
        all.put("facts", reasons);
        all.put("due", due(setting));
        all.put("new-due", due(setting));
        all.put("until", due(setting));
        all.put("earliest", earliest(setting));
        all.putAll(marked(setting, action));
        Map<String, String> declared = new HashMap<>();
        template.fields().forEach(field -> {
            String value = all.getOrDefault(field.id(), "");
            if (!value.isBlank()) {
                declared.put(field.id(), value);
            } else if (field.required()) {
                throw new Undone(Outcome.Why.DOCUMENT_INCOMPLETE);
            }
        });
        return declared;
    }

    /** The title of the ground on which it was opened, such as the campaign; blank for none. */
    private static String ground(Setting setting) {
        String ground = setting.file().opening().ground();
        return ground == null
                ? ""
                : setting.kind().ground(ground).map(one -> one.title().zh()).orElse("");
    }

    /** What the marks are after the step, so that a document says no more than there is: first days, and the own words. */
    private static Map<String, String> marked(Setting setting, Action action) {
        Map<String, String> marked = new HashMap<>();
        String today = setting.today().toString();
        boolean repeated = setting.file().opening().repeated();
        marked.put("repeated", repeated ? today : "");
        marked.put("unmarked", !repeated && action.effects().contains(Effect.UNMARK) ? today : "");
        CaseMarks.of(setting.kind(), setting.file(), setting.view()).stream()
                .filter(mark -> mark.effective(setting.today()))
                .forEach(mark -> {
                    switch (mark.kind()) {
                        case DISPUTED -> marked.put("marked", mark.from().toString());
                        case WITHHELD -> marked.put("withheld", mark.from().toString());
                        case STATEMENT -> marked.put("statement", mark.statement());
                        case LITIGATION, SCREENED -> {}
                    }
                });
        return marked;
    }

    /** First day on which a repair of the record may be asked for again; blank where none is. */
    private String earliest(Setting setting) {
        String address = setting.file().opening().record();
        RecordVersion record = address == null ? null : archive.find(address);
        LocalDate day = record == null
                ? null
                : bar.eligibility(record, true, true, false).earliest();
        if (day == null) {
            return "";
        }
        return (day.isBefore(setting.today()) ? setting.today() : day).toString();
    }

    /** The last day on which the whole is due: that of the period which ends last. */
    private static String due(Setting setting) {
        return setting.view().timers().stream()
                .filter(timer -> !timer.ended())
                .map(timer -> timer.due())
                .filter(java.util.Objects::nonNull)
                .map(DueDate::date)
                .max(java.util.Comparator.naturalOrder())
                .map(LocalDate::toString)
                .orElse("");
    }

    private String subject(Setting setting) {
        String record = setting.file().opening().record();
        RecordLine line = record == null ? null : subjects.line(record);
        if (line == null) {
            return setting.kind().rule().title().zh();
        }
        return line.number() == null ? line.what() : line.what() + "（" + line.number() + "）";
    }
}
