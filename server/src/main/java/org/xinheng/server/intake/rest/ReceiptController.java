package org.xinheng.server.intake.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.intake.desk.Sentences;
import org.xinheng.server.intake.report.ErrorWorkbook;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Words;
import tools.jackson.databind.json.JsonMapper;

/** The answers to the rows of a delivery: by page, as a stream of lines, as a workbook. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class ReceiptController {

    private static final String RECEIPTS = "/api/v1/deliveries/{id}/receipts";
    private static final byte[] LINE_END = {'\n'};

    private final Receipts receipts;
    private final Desk desk;
    private final CurrentActor current;
    private final JsonMapper json;

    ReceiptController(Receipts receipts, Desk desk, CurrentActor current, JsonMapper json) {
        this.receipts = receipts;
        this.desk = desk;
        this.current = current;
        this.json = json;
    }

    @GetMapping(value = RECEIPTS, produces = MediaType.APPLICATION_JSON_VALUE)
    ReceiptView.Page page(
            @PathVariable String id,
            Wanted wanted,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Delivery delivery = answered(id, words, "delivery.receipts");
        Sentences sentences = desk.sentences(words, delivery.type());
        int limit = wanted.pageSize();
        List<RowReceipt> rows = receipts.page(delivery, wanted.firstRow(), wanted.outcomes(words), limit + 1);
        List<RowReceipt> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() <= limit
                ? null
                : DeliveryView.address(delivery.id()) + "/receipts"
                        + wanted.query(rows.getLast().row());
        return new ReceiptView.Page(
                Long.toString(delivery.id()),
                delivery.state(),
                shown.stream()
                        .map(row -> ReceiptView.of(delivery, row, sentences))
                        .toList(),
                next);
    }

    /** One line of JSON for each row, as many as there are unless a limit is asked for. */
    @GetMapping(value = RECEIPTS, produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(@PathVariable String id, Wanted wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Words words = Words.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Delivery delivery = answered(id, words, "delivery.receipts");
        var outcomes = wanted.outcomes(words);
        Sentences sentences = desk.sentences(words, delivery.type());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        long limit = wanted.limit() == null ? Long.MAX_VALUE : Math.max(1, wanted.limit());
        long[] written = {0};
        receipts.read(delivery, wanted.firstRow(), outcomes, row -> {
            write(out, json.writeValueAsBytes(ReceiptView.of(delivery, row, sentences)));
            return ++written[0] < limit;
        });
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
            out.write(LINE_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(RECEIPTS + "/{number}")
    ReceiptView.One one(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Delivery delivery = answered(id, words, "delivery.receipt");
        RowReceipt row =
                receipts.page(delivery, number, Set.of(org.xinheng.server.intake.RowOutcome.values()), 1).stream()
                        .filter(found -> found.row() == number)
                        .findFirst()
                        .orElseThrow(() -> new Problems(words).noRow(number));
        return new ReceiptView.One(
                ReceiptView.of(delivery, row, desk.sentences(words, delivery.type())),
                desk.candidates(delivery, row).stream()
                        .map(hit -> new ReceiptView.Candidate(
                                Long.toString(hit.id()), hit.code(), hit.name(), hit.matchedName()))
                        .toList());
    }

    /** All rows that were not accepted, as a workbook. */
    @GetMapping("/api/v1/deliveries/{id}/errors.xlsx")
    void workbook(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Words words = Words.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Delivery delivery = answered(id, words, "delivery.errors");
        response.setContentType(ErrorWorkbook.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ErrorWorkbook.disposition(delivery));
        new ErrorWorkbook(delivery, desk.sentences(words, delivery.type())).write(receipts, response.getOutputStream());
    }

    /** A delivery whose rows have their answers, of those that the actor may see; the read is logged. */
    private Delivery answered(String id, Words words, String what) {
        Actor actor = current.find().orElseThrow();
        Delivery delivery = RowId.read(id)
                .flatMap(number -> desk.find(actor, number))
                .orElseThrow(() -> new Problems(words).noDelivery(id));
        switch (delivery.state()) {
            case RECEIVED, LOADING -> throw new Problems(words).underWay(id);
            case CLOSED, REJECTED -> desk.reads(actor, delivery, what);
        }
        return delivery;
    }
}
