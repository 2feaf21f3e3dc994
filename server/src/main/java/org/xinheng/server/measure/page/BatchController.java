package org.xinheng.server.measure.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchChecks.Asker;
import org.xinheng.server.measure.batch.BatchSettings;
import org.xinheng.server.measure.batch.CodeLists;
import org.xinheng.server.measure.batch.ListRefused;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.Frame;
import org.xinheng.server.measure.question.FrameReading;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.ListFormat;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** An officer pastes a list or uploads a file and takes the summary home; it is whole, or there is none. */
@Controller
@Requires(Permission.CHECK)
class BatchController {

    private static final CheckForm NOTHING = new CheckForm(null, null, null, null, null);

    private final Desk desk;
    private final QuestionReader questions;
    private final CurrentActor current;
    private final Clock clock;

    /** Lists from what was sent to what is answered. */
    record Desk(CodeLists lists, BatchChecks checks, BatchSettings settings) {}

    BatchController(Desk desk, QuestionReader questions, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.questions = questions;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(BatchPage.PATH)
    Answer form() {
        return page(NOTHING, Map.of());
    }

    @PostMapping(value = BatchPage.PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Answer paste(
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseNumber,
            HttpServletRequest request)
            throws IOException {
        CheckForm typed = new CheckForm(null, matter, purpose, caseNumber, actor().name());
        return answer(typed, "codes", new ByteArrayInputStream(codes.getBytes(StandardCharsets.UTF_8)), request);
    }

    /** The token of the form stands in its address: it is judged before the file is read. */
    @PostMapping(value = BatchPage.PATH + "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer upload(HttpServletRequest request) throws IOException {
        Optional<Upload> upload = Upload.of(request);
        if (upload.isEmpty()) {
            return page(NOTHING, Map.of("file", Words.in(Language.of(request)).say(CheckPageText.BATCH_FILE_MISSING)));
        }
        Map<String, String> fields = upload.get().fields();
        CheckForm typed = new CheckForm(
                null,
                fields.getOrDefault("matter", ""),
                fields.getOrDefault("purpose", ""),
                fields.getOrDefault("caseNumber", ""),
                actor().name());
        return answer(typed, "file", upload.get().file(), request);
    }

    private Answer answer(CheckForm typed, String field, InputStream sent, HttpServletRequest request)
            throws IOException {
        Language language = Language.of(request);
        Words words = Words.in(language);
        return switch (questions.readFrame(typed)) {
            case FrameReading.Faulty(List<Fault> faults) -> {
                // A browser that is cut off in the middle of its file would not show why.
                sent.transferTo(OutputStream.nullOutputStream());
                yield page(FormFaults.withoutIdentity(typed, faults), FormFaults.sentences(faults, words));
            }
            case FrameReading.NoSuchMatter() -> {
                sent.transferTo(OutputStream.nullOutputStream());
                yield page(typed, Map.of("matter", words.say(CheckPageText.FAULT_MATTER)));
            }
            case FrameReading.InOrder(Frame frame) -> summary(typed, frame, field, sent, language);
        };
    }

    private Answer summary(CheckForm typed, Frame frame, String field, InputStream sent, Language language)
            throws IOException {
        Words words = Words.in(language);
        SummaryRows rows = new SummaryRows(words);
        try {
            desk.checks().answer(desk.lists().read(new Kept(sent), words), frame, new Asker(actor(), language), rows);
        } catch (ListRefused refused) {
            sent.transferTo(OutputStream.nullOutputStream());
            return page(typed, Map.of(field, refused.sentence()));
        } catch (BatchChecks.Busy busy) {
            return page(typed, Map.of(field, words.say(CheckPageText.BATCH_BUSY)));
        }
        return new ListFile(
                "check-summary",
                words.say(CheckPageText.SUMMARY_TITLE),
                ListFormat.XLSX,
                SummaryRows.HEADER.stream().map(words::say).toList(),
                rows.rows());
    }

    /** Whoever reads a file closes it; a form is read to its end all the same. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The rest is still to be read.
        }
    }

    private BatchPage page(CheckForm typed, Map<String, String> faults) {
        return new BatchPage(
                questions.matters(LocalDate.ofInstant(clock.instant(), clock.getZone())),
                typed,
                faults,
                desk.settings().lines());
    }

    private Actor actor() {
        return current.require(Permission.CHECK);
    }
}
