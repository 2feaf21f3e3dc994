package org.xinheng.server.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;

/** The rules that the killed servers run by. */
final class DemoPolicy {

    static final String PACK = "demo-city";

    static final Policy POLICY = loaded();

    private DemoPolicy() {}

    private static Policy loaded() {
        var packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("policy-packs");
        try {
            return switch (PackLoader.load(packs, PACK)) {
                case PackLoading.Loaded loaded -> loaded.policy();
                case PackLoading.Faulty faulty ->
                    throw new IllegalStateException(faulty.faults().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
