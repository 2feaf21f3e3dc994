package org.xinheng.server.intake.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.DeliverySearch;
import org.xinheng.server.intake.DeliverySearch.Found;
import org.xinheng.server.intake.Mandated;
import org.xinheng.server.intake.desk.Desk;
import org.xinheng.server.intake.page.DeliveriesPage.Fault;
import org.xinheng.server.intake.page.DeliveriesPage.Line;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListView;

/** The page with the form and the list, and what can be wrong in the form. */
final class Overview {

    private final Desk desk;
    private final PolicyInForce inForce;

    Overview(Desk desk, PolicyInForce inForce) {
        this.desk = desk;
        this.inForce = inForce;
    }

    /** @param zeroType type for which a zero report was just filed, or blank */
    DeliveriesPage page(Actor actor, DeliveryForm form, List<Fault> faults, String zeroType, ListAsk ask) {
        Policy policy = inForce.policy();
        boolean severalSources = desk.seesAll(actor) || !desk.sources(actor).isEmpty();
        Found found = found(actor, ask);
        return new DeliveriesPage(
                form,
                faults,
                actor.may(Permission.DELIVER) || actor.may(Permission.DELIVER_FOR_ALL),
                List.copyOf(policy.recordTypes().values()),
                desk.sources(actor),
                new ListView(
                        ask.within(found.total()), DeliveriesList.filters(policy, desk.seesAll(actor)), found.total()),
                found.deliveries().stream()
                        .map(delivery -> line(policy, delivery))
                        .toList(),
                severalSources,
                policy.recordType(zeroType).map(RecordType::title).orElse(null));
    }

    /** The page that was asked for; the last one where it lies behind all. */
    private Found found(Actor actor, ListAsk ask) {
        DeliverySearch search = DeliveriesList.search(ask);
        Found found = desk.search(actor, "deliveries", search, ask.offset(), ListAsk.SHOWN);
        ListAsk last = ask.within(found.total());
        return last.equals(ask) ? found : desk.search(actor, "deliveries", search, last.offset(), ListAsk.SHOWN);
    }

    /** All deliveries that are looked for; empty where they are too many for a file. */
    Optional<List<Line>> lines(Actor actor, ListAsk ask) {
        Policy policy = inForce.policy();
        Found found = desk.search(actor, "deliveries.export", DeliveriesList.search(ask), 0, ListAsk.EXPORTED);
        return found.total() > ListAsk.EXPORTED
                ? Optional.empty()
                : Optional.of(found.deliveries().stream()
                        .map(delivery -> line(policy, delivery))
                        .toList());
    }

    private static Line line(Policy policy, Delivery delivery) {
        return new Line(
                delivery.id(),
                delivery.fileName(),
                typeOf(policy, delivery),
                sourceOf(policy, delivery),
                delivery.receivedAt(),
                DeliveryText.of(delivery.state()),
                delivery.state() == Delivery.State.CLOSED,
                delivery.counts());
    }

    static Title typeOf(Policy policy, Delivery delivery) {
        return policy.recordType(delivery.type())
                .map(RecordType::title)
                .orElse(new Title(delivery.type(), delivery.type()));
    }

    static Title sourceOf(Policy policy, Delivery delivery) {
        return policy.authority(delivery.source())
                .map(Authority::name)
                .orElse(new Title(delivery.source(), delivery.source()));
    }

    /** The body that delivered in the source's place; null where none did. */
    static @Nullable Title delivererOf(Policy policy, Delivery delivery) {
        Mandated mandated = delivery.mandated();
        return mandated == null
                ? null
                : policy.authority(mandated.by()).map(Authority::name).orElse(new Title(mandated.by(), mandated.by()));
    }

    List<Fault> faults(Actor actor, DeliveryForm form, String fileName) {
        List<Fault> faults = new ArrayList<>(aboutOrder(actor, form, ""));
        if (fileName.isEmpty()) {
            faults.add(new Fault("file", DeliveryText.ERROR_FILE));
        }
        return faults;
    }

    List<Fault> zeroFaults(Actor actor, DeliveryForm form) {
        return aboutOrder(actor, form, "zero-");
    }

    private List<Fault> aboutOrder(Actor actor, DeliveryForm form, String prefix) {
        List<Fault> faults = new ArrayList<>();
        if (inForce.policy().recordType(form.type()).isEmpty()) {
            faults.add(new Fault(prefix + "type", DeliveryText.ERROR_TYPE));
        }
        DeliveryText wrong = aboutSource(desk.mandate(actor, form.type(), form.source()));
        if (wrong != null) {
            faults.add(new Fault(prefix + "source", wrong));
        }
        return faults;
    }

    private @Nullable DeliveryText aboutSource(Desk.Mandate mandate) {
        Policy policy = inForce.policy();
        return switch (mandate) {
            case Desk.Mandate.For(String source, var _) ->
                policy.authorities().isEmpty() || policy.authority(source).isPresent()
                        ? null
                        : DeliveryText.ERROR_SOURCE;
            case Desk.Mandate.NobodyNamed() -> DeliveryText.ERROR_SOURCE;
            case Desk.Mandate.NotItsOwn() -> DeliveryText.ERROR_OTHER_SOURCE;
            case Desk.Mandate.Beyond(var _, var limit) ->
                switch (limit) {
                    case NOT_BEGUN -> DeliveryText.ERROR_MANDATE_NOT_BEGUN;
                    case ENDED -> DeliveryText.ERROR_MANDATE_ENDED;
                    case OTHER_TYPE -> DeliveryText.ERROR_MANDATE_TYPE;
                };
        };
    }
}
