package org.xinheng.packs;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.Functions;
import org.xinheng.core.policy.Functions.Function;
import org.xinheng.core.policy.Functions.Mandate;
import org.xinheng.core.policy.Functions.Succession;
import org.xinheng.core.policy.Rule;

/** Reads {@code functions.yaml}: who carries on for a body that is no more (职能承继), and who delivers for another (代报). */
final class FunctionsReader {

    private final Reading reading;

    FunctionsReader(Reading reading) {
        this.reading = reading;
    }

    Functions read(Block document) {
        List<Succession> successions = new ArrayList<>();
        for (Block block : document.blocks("successions")) {
            Rule rule = reading.rule(block, "succession." + block.text("id"));
            Set<Function> functions = EnumSet.noneOf(Function.class);
            for (Node item : block.list("functions")) {
                functions.add(block.choiceOf(item, Function.class));
            }
            Succession succession = new Succession(
                    rule,
                    block.texts("names-ending"),
                    block.texts("except-ending"),
                    block.text("successor-ending"),
                    functions);
            if (functions.isEmpty() || succession.endings().contains(succession.successor())) {
                reading.faults().add(block.node(), "succession.empty");
            }
            successions.add(succession);
            block.end();
        }
        List<Mandate> mandates = new ArrayList<>();
        for (Block block : document.blocks("mandates")) {
            mandates.add(new Mandate(
                    reading.rule(block, "mandate." + block.text("id")),
                    block.text("for"),
                    block.text("delivered-by"),
                    block.texts("record-types")));
            block.end();
        }
        document.end();
        return new Functions(successions, mandates);
    }
}
