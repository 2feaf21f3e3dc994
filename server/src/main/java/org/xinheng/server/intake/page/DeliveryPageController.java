package org.xinheng.server.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowOutcome;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.intake.desk.Sentences;
import org.xinheng.server.intake.report.ErrorWorkbook;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** A clerk sees what became of a delivery, row by row, and takes the rows home that need mending. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class DeliveryPageController {

    private static final String PATH = "/deliveries/{id:[0-9]{1,18}}";
    private static final int SHOWN = 50;

    private final Deliveries deliveries;
    private final Receipts receipts;
    private final Desk desk;
    private final PolicyInForce inForce;
    private final CurrentActor current;

    DeliveryPageController(
            Deliveries deliveries, Receipts receipts, Desk desk, PolicyInForce inForce, CurrentActor current) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.desk = desk;
        this.inForce = inForce;
        this.current = current;
    }

    @GetMapping(PATH)
    Answer delivery(
            @PathVariable long id,
            @RequestParam(name = "rows", defaultValue = "") String rows,
            @RequestParam(defaultValue = "1") int from,
            HttpServletRequest request) {
        Optional<Delivery> found = desk.find(actor(), id);
        if (found.isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Delivery delivery = found.get();
        desk.reads(actor(), delivery, "delivery");
        Shelf shelf = Shelf.of(rows);
        Sentences sentences = sentences(delivery, request);
        List<RowReceipt> taken = delivery.state() == Delivery.State.CLOSED ? read(delivery, shelf, from) : List.of();
        boolean more = taken.size() > SHOWN;
        Policy policy = inForce.policy();
        return new DeliveryPage(
                delivery,
                Overview.typeOf(policy, delivery),
                Overview.sourceOf(policy, delivery),
                Overview.delivererOf(policy, delivery),
                deliveries.progress(delivery),
                delivery.findings().stream()
                        .map(finding -> new DeliveryPage.Reason(finding, sentences.say(finding)))
                        .toList(),
                shelf,
                from <= 1,
                taken.stream()
                        .limit(SHOWN)
                        .map(row -> line(delivery, row, sentences))
                        .toList(),
                mayMend(delivery),
                more ? taken.getLast().row() : null);
    }

    private boolean mayMend(Delivery delivery) {
        return delivery.counts().refused() > 0
                && (actor().may(Permission.DELIVER) || actor().may(Permission.DELIVER_FOR_ALL))
                && desk.mandate(actor(), delivery.type(), delivery.source()) instanceof Desk.Mandate.For;
    }

    /** One more than is shown, so that it is known whether another page follows. */
    private List<RowReceipt> read(Delivery delivery, Shelf shelf, int from) {
        desk.reads(actor(), delivery, "delivery.receipts");
        List<RowReceipt> taken = new ArrayList<>();
        receipts.read(delivery, from, shelf.outcomes(), row -> {
            if (shelf.takes(row)) {
                taken.add(row);
            }
            return taken.size() <= SHOWN;
        });
        return taken;
    }

    private static DeliveryPage.Line line(Delivery delivery, RowReceipt row, Sentences sentences) {
        return new DeliveryPage.Line(
                row.row(), delivery.placeOf(row.row()), row.outcome(), sentences.say(delivery, row));
    }

    @GetMapping(PATH + "/rows/{number:[0-9]{1,9}}")
    Answer row(@PathVariable long id, @PathVariable int number, HttpServletRequest request) {
        Delivery delivery = desk.find(actor(), id)
                .filter(found -> found.state() == Delivery.State.CLOSED)
                .orElse(null);
        if (delivery == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        desk.reads(actor(), delivery, "delivery.receipt");
        RowReceipt row = receipts.page(delivery, number, EnumSet.allOf(RowOutcome.class), 1).stream()
                .filter(found -> found.row() == number)
                .findFirst()
                .orElse(null);
        if (row == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        DeliveryPage.Line line = line(delivery, row, sentences(delivery, request));
        return new RowPage(
                "/deliveries/" + id,
                delivery.fileName(),
                line,
                values(delivery, row, line),
                desk.candidates(delivery, row),
                queue(delivery, line));
    }

    /** The queue from this row on; rows of the register wait because of their codes. */
    private String queue(Delivery delivery, DeliveryPage.Line line) {
        boolean register = inForce.policy()
                .recordType(delivery.type())
                .filter(type -> type.target() == RecordType.Target.REGISTER)
                .isPresent();
        return register ? "/queues/codes" : "/queues/waiting?after=" + delivery.id() + "-" + (line.number() - 1);
    }

    private List<RowPage.Value> values(Delivery delivery, RowReceipt row, DeliveryPage.Line line) {
        List<Field> fields =
                inForce.policy().recordType(delivery.type()).orElseThrow().fields();
        List<RowPage.Value> values = new ArrayList<>();
        for (int i = 0; i < Math.min(fields.size(), row.cells().length); i++) {
            Field field = fields.get(i);
            String cell = row.cells()[i];
            boolean wrong = line.said().stream().anyMatch(said -> field.name().equals(said.column()));
            if (cell != null || wrong) {
                values.add(new RowPage.Value(field.name(), field.title(), cell == null ? "" : cell, wrong));
            }
        }
        return values;
    }

    @GetMapping(PATH + "/errors.xlsx")
    void workbook(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Delivery delivery = desk.find(actor(), id)
                .filter(found -> deliveries.progress(found) == 100)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.reads(actor(), delivery, "delivery.errors");
        response.setContentType(ErrorWorkbook.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ErrorWorkbook.disposition(delivery));
        new ErrorWorkbook(delivery, sentences(delivery, request)).write(receipts, response.getOutputStream());
    }

    private Sentences sentences(Delivery delivery, HttpServletRequest request) {
        return desk.sentences(Words.in(Language.of(request)), delivery.type());
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
