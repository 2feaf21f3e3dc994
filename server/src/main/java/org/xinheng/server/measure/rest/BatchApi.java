package org.xinheng.server.measure.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.measure.batch.BatchChecks;
import org.xinheng.server.measure.batch.BatchChecks.Asker;
import org.xinheng.server.measure.batch.CodeLists;
import org.xinheng.server.measure.batch.ListRefused;
import org.xinheng.server.measure.batch.NdjsonAnswer;
import org.xinheng.server.measure.batch.SentCode;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.measure.question.Frame;
import org.xinheng.server.measure.question.FrameReading;
import org.xinheng.server.measure.question.QuestionReader;
import org.xinheng.server.measure.question.Reading.Fault;
import org.xinheng.server.web.Words;

/** Asks about a list of codes in one matter; the answer is streamed, a line for each. */
@RestController
class BatchApi {

    private static final Logger log = LoggerFactory.getLogger(BatchApi.class);
    private static final String NDJSON = "application/x-ndjson";
    private static final int BUFFER = 1 << 16;

    private final BatchChecks batches;
    private final CodeLists lists;
    private final QuestionReader questions;
    private final CurrentActor current;

    BatchApi(BatchChecks batches, CodeLists lists, QuestionReader questions, CurrentActor current) {
        this.batches = batches;
        this.lists = lists;
        this.questions = questions;
        this.current = current;
    }

    @Requires(Permission.CHECK)
    @PostMapping("/api/v1/checks/batch")
    void ask(
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "") String operator,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Words words = Words.accepted(language);
        Frame frame = switch (questions.readFrame(new CheckForm(null, matter, purpose, caseNumber, operator))) {
            case FrameReading.Faulty(List<Fault> faults) -> throw new Problems(words).faults(faults);
            case FrameReading.NoSuchMatter() -> throw new Problems(words).noMatter();
            case FrameReading.InOrder(Frame inOrder) -> inOrder;
        };
        List<SentCode> codes = list(request, words);
        response.setContentType(NDJSON);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        NdjsonAnswer answer = new NdjsonAnswer(out, words);
        try {
            batches.answer(codes, frame, new Asker(current.require(Permission.CHECK), words.language()), answer);
            answer.end();
        } catch (BatchChecks.Busy busy) {
            throw new Problems(words).busy(response);
        } catch (DataAccessException | TransactionException fault) {
            if (answer.begun()) {
                log.warn("a list of checks was broken off", Silenced.of(fault));
                answer.breakOff();
            } else {
                throw fault;
            }
        }
    }

    private List<SentCode> list(HttpServletRequest request, Words words) throws IOException {
        try {
            return lists.read(request.getInputStream(), words);
        } catch (ListRefused refused) {
            throw new Problems(words).listRefused(refused);
        }
    }
}
