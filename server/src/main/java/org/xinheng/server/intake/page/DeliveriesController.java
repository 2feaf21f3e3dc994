package org.xinheng.server.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.intake.page.DeliveriesPage.Fault;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** A clerk delivers a file or reports that there is nothing, and sees what was delivered so far. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class DeliveriesController {

    private static final Logger log = LoggerFactory.getLogger(DeliveriesController.class);
    private static final String PATH = DeliveriesList.PATH;

    private final Deliveries deliveries;
    private final Desk desk;
    private final Overview overview;
    private final CurrentActor current;

    DeliveriesController(Deliveries deliveries, Desk desk, Overview overview, CurrentActor current) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.overview = overview;
        this.current = current;
    }

    @Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
    @GetMapping(PATH)
    Answer list(@RequestParam(defaultValue = "") String zero, HttpServletRequest request) {
        ListAsk ask = ListAsk.of(request, PATH, DeliveriesList.USUAL, DeliveriesList.FILTERS, DeliveriesList.ORDERED);
        Words words = Words.in(Language.of(request));
        return Optional.ofNullable(ask.export())
                .flatMap(format -> overview.lines(actor(), ask)
                        .<Answer>map(lines -> ListFile.of(
                                "deliveries", DeliveryText.LIST_TITLE, format, DeliveriesList.COLUMNS, lines, words)))
                .orElseGet(() -> overview.page(actor(), DeliveryForm.BLANK, List.of(), zero, ask));
    }

    /** The token of the form stands in its address: it is judged before the file is read. */
    @PostMapping(value = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer deliver(HttpServletRequest request) throws IOException {
        Optional<Upload> upload = Upload.of(request);
        if (upload.isEmpty()) {
            return faulty(DeliveryForm.BLANK, List.of(new Fault("file", DeliveryText.ERROR_FILE)));
        }
        DeliveryForm form = DeliveryForm.of(upload.get().fields());
        List<Fault> faults = overview.faults(actor(), form, upload.get().name());
        if (!faults.isEmpty()) {
            return refused(form, faults, upload.get());
        }
        return receive(form, upload.get());
    }

    private Answer receive(DeliveryForm form, Upload upload) throws IOException {
        Desk.Mandate.For source = (Desk.Mandate.For) desk.mandate(actor(), form.type(), form.source());
        Order order = new Order(
                form.type(),
                source.source(),
                actor().name(),
                upload.name(),
                null,
                form.historical(),
                source.mandated());
        try {
            Delivery delivery = deliveries.receive(order, upload.file());
            return new Redirect(PATH + "/" + delivery.id());
        } catch (OrderRefused refused) {
            return refused(form, List.of(fault(refused)), upload);
        } catch (IOException e) {
            if (upload.file().brokeOff()) {
                throw e;
            }
            log.error("a delivery could not be kept: {}", e.getClass().getName());
            return faulty(form, List.of(new Fault("file", DeliveryText.ERROR_DISK)));
        }
    }

    /** A browser that is cut off in the middle of its file would not show why. */
    private Answer refused(DeliveryForm form, List<Fault> faults, Upload upload) throws IOException {
        upload.file().transferTo(OutputStream.nullOutputStream());
        return faulty(form, faults);
    }

    private Answer faulty(DeliveryForm form, List<Fault> faults) {
        return overview.page(actor(), form, faults, "", ListAsk.plain(PATH, DeliveriesList.USUAL));
    }

    static Fault fault(OrderRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_TYPE -> new Fault("type", DeliveryText.ERROR_TYPE);
            case UNKNOWN_SOURCE -> new Fault("source", DeliveryText.ERROR_SOURCE);
            case KEY_REUSED -> new Fault("file", DeliveryText.ERROR_KEY_REUSED);
        };
    }

    @PostMapping(PATH + "/zero-report")
    Answer reportZero(
            @RequestParam(name = "zero-type", defaultValue = "") String type,
            @RequestParam(name = "zero-source", defaultValue = "") String source) {
        DeliveryForm form = new DeliveryForm(type, source, false);
        List<Fault> faults = overview.zeroFaults(actor(), form);
        if (!faults.isEmpty()) {
            return faulty(form, faults);
        }
        Desk.Mandate.For mandate = (Desk.Mandate.For) desk.mandate(actor(), type, source);
        deliveries.reportZero(type, mandate.source(), actor().name());
        return new Redirect(PATH + "?zero=" + type);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
