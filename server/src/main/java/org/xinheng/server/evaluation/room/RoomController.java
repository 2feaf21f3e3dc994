package org.xinheng.server.evaluation.room;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.evaluation.ModelComparison.Report;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.evaluation.ModelRoom.Trial;
import org.xinheng.server.evaluation.room.RoomDesk.Begun;
import org.xinheng.server.evaluation.room.TrialPage.Table;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FileStream;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.LongWorkbook;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The model room for the office's clerks. */
@Controller
@Requires(Permission.KEEP_RULES)
class RoomController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RoomDesk desk;
    private final CurrentActor current;
    private final AccessLog log;

    RoomController(RoomDesk desk, CurrentActor current, AccessLog log) {
        this.desk = desk;
        this.current = current;
        this.log = log;
    }

    @GetMapping(RoomPage.PATH)
    RoomPage list() throws IOException {
        return page(Map.of());
    }

    private RoomPage page(Map<String, String> faults) throws IOException {
        return new RoomPage(desk.packs(), desk.models(), desk.trials(), faults);
    }

    @PostMapping(RoomPage.PATH)
    Answer start(
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String model,
            HttpServletRequest request)
            throws IOException {
        Words words = words(request);
        String actor = current.require(Permission.KEEP_RULES).name();
        return switch (desk.start(pack, model, actor, words)) {
            case Begun.Working working ->
                new Redirect(RoomPage.PATH + "/" + working.trial().id());
            case Begun.Faulty faulty -> page(Map.of("pack", words.say(RoomText.PROBLEM_PACK) + " " + faulty.faults()));
            case Begun.NoModel _ -> page(Map.of("model", words.say(RoomText.PROBLEM_MODEL_ADVICE)));
        };
    }

    @GetMapping(RoomPage.PATH + "/{id:\\d{1,18}}")
    Answer show(@PathVariable long id, HttpServletRequest request) throws IOException {
        Words words = words(request);
        Trial trial = desk.find(id).orElse(null);
        if (trial == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        String state = page(Map.of()).state(trial, words);
        Report report = trial.report();
        if (report == null) {
            return new TrialPage(trial, state, List.of(), "");
        }
        TrialTables tables = tables(trial, report, words);
        return new TrialPage(trial, state, tables.of(report), tables.monotone(report));
    }

    @GetMapping(RoomPage.PATH + "/{id:\\d{1,18}}/workbook")
    Answer workbook(@PathVariable long id, HttpServletRequest request) {
        Words words = words(request);
        Trial trial = desk.find(id).orElse(null);
        Report report = trial == null ? null : trial.report();
        if (trial == null || report == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        log.read(
                current.require(Permission.KEEP_RULES),
                "evaluation.trial.export",
                null,
                ReadingPurpose.OVERSIGHT.about(id));
        List<Table> tables = tables(trial, report, words).of(report);
        String title = words.say(RoomText.NAV);
        return new FileStream("trial-" + id + ".xlsx", XLSX, false, out -> write(tables, title, out));
    }

    /** One sheet: a line that names each table, its header, its rows. */
    private static void write(List<Table> tables, String title, OutputStream out) throws IOException {
        LongWorkbook workbook =
                new LongWorkbook(out, number -> number == 1 ? title : title + " " + number, List.of(title));
        for (Table table : tables) {
            workbook.add(List.of(table.title()));
            workbook.add(table.header());
            for (List<String> row : table.rows()) {
                workbook.add(row);
            }
        }
        workbook.finish();
    }

    /** Examples name organisations: each of them can see that its result was looked at. */
    private TrialTables tables(Trial trial, Report report, Words words) {
        var actor = current.require(Permission.KEEP_RULES);
        report.examples()
                .forEach(move -> log.read(
                        actor, "evaluation.trial", move.organisation(), ReadingPurpose.OVERSIGHT.about(trial.id())));
        return new TrialTables(
                desk.models(), trial.model(), desk::named, (by, value) -> desk.group(by, value, words), words);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
