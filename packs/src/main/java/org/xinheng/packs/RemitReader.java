package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Remit;

/** Reads {@code remits.yaml}: which bodies of the place decide on which list (认定单位). */
final class RemitReader {

    private final Reading reading;

    RemitReader(Reading reading) {
        this.reading = reading;
    }

    List<Remit> read(Block document) {
        List<Remit> remits = new ArrayList<>();
        for (Block block : document.blocks("remits")) {
            remits.add(new Remit(
                    reading.rule(block, "remit." + block.text("id")),
                    block.text("list"),
                    block.texts("authorities"),
                    reading.title(block, "remedy")));
            block.end();
        }
        document.end();
        return remits;
    }
}
