package org.xinheng.server.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Words;

/** The registers of repairs (信用修复台账) and of objections (异议台账): every case that the reader may see, ended ones too. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class CaseLedgerController {

    private static final String OBJECTION = "objection";

    private final OpenCases cases;
    private final CaseReading reading;
    private final CurrentActor current;
    private final AccessLog log;

    CaseLedgerController(OpenCases cases, CaseReading reading, CurrentActor current, AccessLog log) {
        this.cases = cases;
        this.reading = reading;
        this.current = current;
        this.log = log;
    }

    @GetMapping(Papers.REPAIRS)
    Answer repairs(HttpServletRequest request) {
        return answer(
                request,
                Repairs.KIND,
                plan(Papers.REPAIRS, "repairs", CaseLedgerText.REPAIRS_TITLE),
                CaseLedgerText.REPAIRS_LEAD);
    }

    @GetMapping(Papers.OBJECTIONS)
    Answer objections(HttpServletRequest request) {
        return answer(
                request,
                OBJECTION,
                plan(Papers.OBJECTIONS, "objections", CaseLedgerText.OBJECTIONS_TITLE),
                CaseLedgerText.OBJECTIONS_LEAD);
    }

    private Answer answer(HttpServletRequest request, String kind, ListPlan<CaseLine> plan, CaseLedgerText lead) {
        Actor actor = current.find().orElseThrow();
        log.read(
                actor,
                "ledger",
                null,
                ReadingPurpose.of(actor.may(Permission.OVERSEE)).code());
        List<CaseFile> files = cases.files(actor, kind, false);
        return plan.table(
                plan.ask(request),
                reading.lines(files),
                Words.in(Language.of(request)),
                Papers.said(plan.path(), lead, actor),
                CaseLine::path);
    }

    private static ListPlan<CaseLine> plan(String path, String file, CaseLedgerText title) {
        return new ListPlan<>(
                path,
                "-opened",
                file,
                title,
                List.of(
                        Column.text(
                                "number",
                                CaseLedgerText.NUMBER,
                                (line, _) -> line.file().number()),
                        Column.text("party", CaseLedgerText.PARTY, (line, _) -> line.about()),
                        Column.text("body", CaseLedgerText.BODY, (line, _) -> line.body()),
                        Column.day("opened", CaseLedgerText.OPENED, CaseLedgerController::opened),
                        Column.text("state", CaseLedgerText.STATE, (line, words) -> words.say(line.state())),
                        Column.day("due", CaseLedgerText.DUE, CaseLine::due),
                        Column.text(
                                "late",
                                CaseLedgerText.LATE,
                                (line, words) -> line.late() ? words.say(CaseLedgerText.LATE_YES) : ""),
                        Column.number("papers", CaseLedgerText.PAPERS, CaseLedgerController::papers),
                        Column.text("documents", CaseLedgerText.DOCUMENTS, (line, _) -> documents(line)),
                        Column.text(
                                "outside",
                                CaseLedgerText.OUTSIDE,
                                (line, _) -> line.file().opening().outsideNumber()),
                        Column.day("ended", CaseLedgerText.ENDED, CaseLedgerController::ended)),
                List.of(
                        Filter.words(line -> List.of(line.file().number(), line.about(), line.body(), documents(line))),
                        Filter.one(
                                "standing",
                                CaseLedgerText.STANDING,
                                List.of(
                                        new Choice("open", words -> words.say(CaseLedgerText.ENDED_NO)),
                                        new Choice("ended", words -> words.say(CaseLedgerText.ENDED_YES))),
                                line -> line.file().closed() ? "ended" : "open")));
    }

    private static LocalDate opened(CaseLine line) {
        return line.file().steps().getFirst().step().day();
    }

    private static @Nullable LocalDate ended(CaseLine line) {
        return line.file().closed() ? line.file().steps().getLast().step().day() : null;
    }

    private static long papers(CaseLine line) {
        return line.file().steps().stream()
                .flatMap(taken -> taken.papers().stream())
                .distinct()
                .count();
    }

    /** Numbers of the documents of the case, in the order of its steps. */
    private static String documents(CaseLine line) {
        return line.file().steps().stream()
                .map(taken -> taken.said().documentNumber())
                .filter(number -> !number.isBlank())
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
