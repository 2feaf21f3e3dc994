package org.xinheng.packs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Trees of the files read last, by the name of the file. Every place stands on the national pack, so that its files would be
 * parsed once for each place; a tree is never changed, and a file that reads otherwise than last time is parsed again.
 */
final class YamlTrees {

    private record Parsed(String text, @Nullable Node root) {}

    private static final Map<String, Parsed> LAST = new ConcurrentHashMap<>();

    private YamlTrees() {}

    /** @return null for a file without content */
    static @Nullable Node of(String label, String text) {
        Parsed last = LAST.get(label);
        if (last != null && last.text().equals(text)) {
            return last.root();
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(label).setUseMarks(true).build();
        Parsed parsed =
                new Parsed(text, new Compose(settings).composeString(text).orElse(null));
        LAST.put(label, parsed);
        return parsed.root();
    }
}
