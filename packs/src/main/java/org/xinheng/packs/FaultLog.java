package org.xinheng.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the faults of one loading, so that a clerk mends all of them in one go. */
final class FaultLog {

    private final List<PackFault> faults = new ArrayList<>();

    void add(Node node, String code, String... facts) {
        add(Position.of(node), code, facts);
    }

    void add(Position position, String code, String... facts) {
        faults.add(new PackFault(position, code, List.of(facts)));
    }

    void add(PackFault fault) {
        faults.add(fault);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<PackFault> sorted() {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(
                                (PackFault fault) -> fault.position().file())
                        .thenComparing(fault -> fault.position().line())
                        .thenComparing(fault -> fault.position().column()))
                .toList();
    }
}
