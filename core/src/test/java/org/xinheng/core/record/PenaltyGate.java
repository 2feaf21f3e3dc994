package org.xinheng.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.core.policy.Title;

/** Gate rules like those of Orders 58 and 36 for {@link Penalties}, small enough to read. */
final class PenaltyGate {

    private PenaltyGate() {}

    /** Order 58 until 31 March 2026, Order 36 from 1 April; fines from 200,000 yuan are severe in the newer one. */
    static GateRules rules(boolean favourable) {
        Rule older = Penalties.rule("windows.order-58", LocalDate.of(2013, 1, 1), Penalties.ORDER_36.minusDays(1));
        Rule newer = Penalties.rule("windows.order-36", Penalties.ORDER_36, null);
        Rule olderTable =
                Penalties.rule("severity.order-58", LocalDate.of(2013, 1, 1), Penalties.ORDER_36.minusDays(1));
        Rule newerTable = Penalties.rule("severity.order-36", Penalties.ORDER_36, null);
        return new GateRules(
                Penalties.rule("gate.administrative-penalty"),
                "administrative-penalty",
                GateRules.ShownUntil.WINDOW_OF_CLASS,
                List.of("2"),
                Set.of("minor:1:轻微", "general:2:一般", "severe:3:严重").stream()
                        .map(text -> text.split(":"))
                        .collect(Collectors.toMap(
                                part -> part[0],
                                part -> new SeverityClass(
                                        part[0], new Title(part[2], part[0]), Integer.parseInt(part[1])))),
                new DatedTable<>(
                        List.of(
                                new GateRules.SeverityTable(
                                        olderTable,
                                        rows(
                                                "警告 minor",
                                                "通报批评 minor",
                                                "罚款 general",
                                                "没收违法所得 general",
                                                "没收非法财物 general",
                                                "吊销许可证件 general",
                                                "责令停产停业 general",
                                                "其他- general")),
                                new GateRules.SeverityTable(
                                        newerTable,
                                        rows(
                                                "警告 minor",
                                                "通报批评 minor",
                                                "罚款 general 0 200000",
                                                "罚款 severe 200000 -",
                                                "没收违法所得 general ?",
                                                "没收非法财物 general",
                                                "吊销许可证件 severe",
                                                "责令停产停业 severe",
                                                "其他- general ?"))),
                        table -> table.rule().validity()),
                new DatedTable<>(
                        List.of(
                                new GateRules.WindowTable(
                                        older,
                                        Map.of(
                                                "minor", window(false, "P0D", "P3M"),
                                                "general", window(true, "P3M", "P3Y"),
                                                "severe", window(true, "P1Y", "P3Y"))),
                                new GateRules.WindowTable(
                                        newer,
                                        Map.of(
                                                "minor", window(false, "P0D", "P3M"),
                                                "general", window(true, "P3M", "P1Y"),
                                                "severe", window(true, "P1Y", "P3Y")))),
                        table -> table.rule().validity()),
                new DatedTable<>(
                        List.of(
                                new GateRules.SimplifiedBound(
                                        Penalties.rule(
                                                "simplified.1996",
                                                LocalDate.of(1996, 10, 1),
                                                LocalDate.of(2021, 7, 14)),
                                        BigDecimal.valueOf(1000)),
                                new GateRules.SimplifiedBound(
                                        Penalties.rule("simplified.2021", LocalDate.of(2021, 7, 15), null),
                                        BigDecimal.valueOf(3000))),
                        bound -> bound.rule().validity()),
                List.of("simplified"),
                List.of("警告", "通报批评"),
                favourable);
    }

    private static GateRules.Window window(boolean published, String repair, String longest) {
        return new GateRules.Window(published, Period.parse(repair), Period.parse(longest));
    }

    /** "kind class [from below]", "-" for no bound, "?" for a class without a published threshold. */
    private static List<GateRules.SeverityRow> rows(String... rows) {
        List<GateRules.SeverityRow> all = new ArrayList<>();
        for (String row : rows) {
            String[] part = row.split(" ");
            boolean unconfirmed = part[part.length - 1].equals("?");
            BigDecimal from = part.length == 4 && !part[2].equals("-") ? new BigDecimal(part[2]) : null;
            BigDecimal below = part.length == 4 && !part[3].equals("-") ? new BigDecimal(part[3]) : null;
            all.add(new GateRules.SeverityRow(part[0], from, below, part[1], !unconfirmed));
        }
        return all;
    }
}
