package org.xinheng.server.intake.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.OrderRefused;
import org.xinheng.server.intake.Receipts;
import org.xinheng.server.intake.RowReceipt;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** A clerk mends a few refused rows on the page and delivers them anew. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL})
class MendController {

    private static final Logger log = LoggerFactory.getLogger(MendController.class);
    private static final String PATH = "/deliveries/{id:[0-9]{1,18}}/mending";
    private static final int LONGEST_NAME = 150;

    private final Deliveries deliveries;
    private final Receipts receipts;
    private final Desk desk;
    private final PolicyInForce inForce;
    private final CurrentActor current;

    MendController(Deliveries deliveries, Receipts receipts, Desk desk, PolicyInForce inForce, CurrentActor current) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.desk = desk;
        this.inForce = inForce;
        this.current = current;
    }

    @GetMapping(PATH)
    Answer open(@PathVariable long id, @RequestParam(defaultValue = "1") int from, HttpServletRequest request) {
        Delivery delivery = delivery(id);
        Mending mending = mending(delivery, request);
        return mending.page(mending.refused(receipts, from), from, Map.of(), null);
    }

    @PostMapping(PATH)
    Answer deliver(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        Delivery delivery = delivery(id);
        Mending mending = mending(delivery, request);
        List<RowReceipt> refused = mending.refused(receipts, from);
        List<RowReceipt> changed = mending.changed(refused, typed);
        if (changed.isEmpty()) {
            return mending.page(refused, from, typed, DeliveryText.MEND_NOTHING);
        }
        try {
            Delivery mended =
                    deliveries.receive(order(delivery, Words.in(Language.of(request))), mending.file(changed, typed));
            return new Redirect(DeliveriesList.PATH + "/" + mended.id());
        } catch (OrderRefused e) {
            return mending.page(
                    refused, from, typed, DeliveriesController.fault(e).text());
        } catch (IOException e) {
            log.error("mended rows could not be kept: {}", e.getClass().getName());
            return mending.page(refused, from, typed, DeliveryText.ERROR_DISK);
        }
    }

    /** For the same source, under the mandate of today. */
    private Order order(Delivery delivery, Words words) {
        Desk.Mandate.For mandate = mandate(delivery);
        String name = words.say(DeliveryText.MEND_FILE, delivery.id(), delivery.fileName());
        return new Order(
                delivery.type(),
                mandate.source(),
                actor().name(),
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                null,
                delivery.historical(),
                mandate.mandated());
    }

    private Desk.Mandate.For mandate(Delivery delivery) {
        return switch (desk.mandate(actor(), delivery.type(), delivery.source())) {
            case Desk.Mandate.For mandate -> mandate;
            case Desk.Mandate.Beyond _, Desk.Mandate.NobodyNamed _, Desk.Mandate.NotItsOwn _ ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    /** One that is answered and that the actor may deliver for; the read of its rows is logged. */
    private Delivery delivery(long id) {
        Delivery delivery = desk.find(actor(), id)
                .filter(found -> found.state() == Delivery.State.CLOSED
                        && inForce.policy().recordType(found.type()).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        mandate(delivery);
        desk.reads(actor(), delivery, "delivery.mending");
        return delivery;
    }

    private Mending mending(Delivery delivery, HttpServletRequest request) {
        return new Mending(inForce.policy(), delivery, desk.sentences(Words.in(Language.of(request)), delivery.type()));
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
