package org.xinheng.server.intake.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.DeliverySearch;
import org.xinheng.server.intake.DeliverySearch.Order;
import org.xinheng.server.intake.RowCounts;
import org.xinheng.server.intake.desk.IntakeText;
import org.xinheng.server.intake.page.DeliveriesPage.Line;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.Text;

/** By what deliveries are looked for, ordered and taken home. */
final class DeliveriesList {

    static final String PATH = "/deliveries";
    static final String USUAL = "-received";
    static final Set<String> FILTERS = Set.of("file", "type", "source", "state");
    static final Set<String> ORDERED = Set.of("received", "file", "type", "source", "state", "refused");

    static final List<ListColumn<Line>> COLUMNS = List.of(
            new ListColumn<>("number", DeliveryText.DELIVERY_NUMBER, (line, _) -> Long.toString(line.id())),
            new ListColumn<>("file", DeliveryText.LIST_FILE, (line, _) -> line.fileName()),
            new ListColumn<>("type", DeliveryText.LIST_TYPE, (line, words) -> words.say(line.type())),
            new ListColumn<>("source", DeliveryText.LIST_SOURCE, (line, words) -> words.say(line.from())),
            new ListColumn<>("received", DeliveryText.LIST_RECEIVED_AT, (line, _) -> Formats.minute(line.receivedAt())),
            new ListColumn<>("state", DeliveryText.LIST_STATE, (line, words) -> words.say(line.state())),
            counted("rows", DeliveryText.DELIVERY_ROWS, RowCounts::received),
            counted("accepted", IntakeText.OUTCOME_ACCEPTED, RowCounts::accepted),
            counted("unchanged", IntakeText.OUTCOME_UNCHANGED, RowCounts::unchanged),
            counted("waiting", IntakeText.OUTCOME_WAITING, RowCounts::waiting),
            counted("refused", IntakeText.OUTCOME_REFUSED, RowCounts::refused),
            counted("out-of-scope", IntakeText.OUTCOME_OUT_OF_SCOPE, RowCounts::outOfScope));

    private DeliveriesList() {}

    /** Rows are counted when all are answered. */
    private static ListColumn<Line> counted(String id, Text title, ToIntFunction<RowCounts> count) {
        return new ListColumn<>(
                id, title, (line, _) -> line.settled() ? Integer.toString(count.applyAsInt(line.counts())) : "");
    }

    static DeliverySearch search(ListAsk ask) {
        return new DeliverySearch(
                unlessEmpty(ask.typed("source")),
                unlessEmpty(ask.typed("type")),
                state(ask.typed("state")),
                ask.typed("file"),
                Order.valueOf(ask.sort().toUpperCase(Locale.ROOT)),
                ask.falling());
    }

    private static @Nullable String unlessEmpty(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static Delivery.@Nullable State state(String typed) {
        return Arrays.stream(Delivery.State.values())
                .filter(state -> state.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElse(null);
    }

    /** @param severalSources whether the reader sees more than one source's */
    static List<ListFilter> filters(Policy policy, boolean severalSources) {
        List<ListFilter> filters = new ArrayList<>();
        filters.add(new ListFilter("file", DeliveryText.LIST_FILE, List.of()));
        filters.add(new ListFilter(
                "type",
                DeliveryText.LIST_TYPE,
                policy.recordTypes().values().stream()
                        .map(type -> new Choice(type.id(), words -> words.say(type.title())))
                        .toList()));
        if (severalSources && !policy.authorities().isEmpty()) {
            filters.add(new ListFilter(
                    "source",
                    DeliveryText.LIST_SOURCE,
                    policy.authorities().stream()
                            .map(one -> new Choice(one.code(), words -> words.say(one.name())))
                            .toList()));
        }
        filters.add(new ListFilter(
                "state",
                DeliveryText.LIST_STATE,
                Arrays.stream(Delivery.State.values())
                        .map(state -> new Choice(
                                state.name().toLowerCase(Locale.ROOT), words -> words.say(DeliveryText.of(state))))
                        .toList()));
        return filters;
    }
}
