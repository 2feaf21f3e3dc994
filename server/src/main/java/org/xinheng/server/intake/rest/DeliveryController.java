package org.xinheng.server.intake.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.StagingFailed;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.RowId;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** Deliveries by programs: hand in a file, ask what became of it, report that there is nothing. */
@RestController
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class DeliveryController {

    private static final Logger log = LoggerFactory.getLogger(DeliveryController.class);
    private static final int LONGEST_KEY = 200;
    private static final int MOST = 200;

    private final Deliveries deliveries;
    private final Desk desk;
    private final PolicyInForce inForce;
    private final CurrentActor current;

    DeliveryController(Deliveries deliveries, Desk desk, PolicyInForce inForce, CurrentActor current) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.inForce = inForce;
        this.current = current;
    }

    /** Form encoding is refused: its body would be taken for parameters. */
    @PostMapping(value = "/api/v1/deliveries", consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<DeliveryView> deliver(
            Requested requested,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            HttpServletRequest request)
            throws IOException {
        Words words = Words.accepted(language);
        Problems problems = new Problems(words);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw problems.badKey();
        }
        Actor actor = current.find().orElseThrow();
        String type = requested.type() == null ? "" : requested.type();
        Desk.Mandate.For source = source(actor, type, requested.source(), problems);
        Upload upload = Upload.of(request).orElseThrow(problems::noFile);
        String name = requested.fileName() == null ? upload.name() : Upload.plainName(requested.fileName());
        Delivery delivery = receive(
                new Order(type, source.source(), actor.name(), name, key, requested.backlog(), source.mandated()),
                upload,
                problems);
        return ResponseEntity.accepted()
                .location(URI.create(DeliveryView.address(delivery.id())))
                .body(view(delivery, words));
    }

    /** What curl says of a body unless it is told otherwise; the form of parameters would swallow it. */
    @PostMapping(value = "/api/v1/deliveries", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void explainType(@RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        throw new Problems(Words.accepted(language)).bodyOfAForm();
    }

    /** @param fileName overrides the name that a form gives */
    record Requested(
            @Nullable String type,
            @Nullable String source,
            @Nullable String fileName,
            @Nullable Boolean historical) {

        boolean backlog() {
            return historical != null && historical;
        }
    }

    private Delivery receive(Order order, Upload upload, Problems problems) throws IOException {
        try {
            return deliveries.receive(order, upload.file());
        } catch (OrderRefused refused) {
            // A sender that is cut off in the middle of its file would not hear why.
            upload.file().transferTo(OutputStream.nullOutputStream());
            throw problems.refused(refused, inForce.policy());
        } catch (IOException e) {
            if (upload.file().brokeOff()) {
                throw problems.brokenOff();
            }
            log.error(
                    "a delivery could not be kept: {}",
                    e instanceof StagingFailed failed ? failed.reason() : e.getClass());
            throw problems.notKept();
        }
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
    @GetMapping("/api/v1/deliveries")
    List<DeliveryView> list(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "50") int limit,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return desk.list(current.find().orElseThrow(), source, Math.clamp(limit, 1, MOST)).stream()
                .map(delivery -> view(delivery, words))
                .toList();
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
    @GetMapping("/api/v1/deliveries/{id}")
    DeliveryView show(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        Delivery delivery = find(id, words);
        desk.reads(current.find().orElseThrow(), delivery, "delivery");
        return view(delivery, words);
    }

    /** 零报告. */
    @PostMapping("/api/v1/zero-reports")
    ResponseEntity<ZeroReport> reportZero(
            @RequestBody ZeroReport report,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Problems problems = new Problems(Words.accepted(language));
        Actor actor = current.find().orElseThrow();
        String source = source(actor, report.type(), report.source(), problems).source();
        try {
            deliveries.reportZero(report.type(), source, actor.name());
        } catch (OrderRefused refused) {
            throw problems.refused(refused, inForce.policy());
        }
        return ResponseEntity.status(201).body(new ZeroReport(report.type(), source));
    }

    /** @param source code or id; may be left out by a client that delivers for one source only */
    record ZeroReport(String type, @Nullable String source) {}

    private Delivery find(String id, Words words) {
        return RowId.read(id)
                .flatMap(number -> desk.find(current.find().orElseThrow(), number))
                .orElseThrow(() -> new Problems(words).noDelivery(id));
    }

    private Desk.Mandate.For source(Actor actor, String type, @Nullable String asked, Problems problems) {
        return switch (desk.mandate(actor, type, asked)) {
            case Desk.Mandate.For source -> source;
            case Desk.Mandate.Beyond(var mandate, var limit) -> throw problems.beyondMandate(mandate, limit);
            case Desk.Mandate.NobodyNamed() -> throw problems.noSource();
            case Desk.Mandate.NotItsOwn() -> throw problems.otherSource();
        };
    }

    private DeliveryView view(Delivery delivery, Words words) {
        return DeliveryView.of(delivery, deliveries.progress(delivery), desk.sentences(words, delivery.type()));
    }
}
