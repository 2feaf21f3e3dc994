package org.xinheng.server.publicity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.testkit.policy.Edited;

/** The shipped pack of the made-up city, read once. */
public final class DemoCity {

    public static final Policy POLICY = load();
    public static final String PERMIT = "administrative-permit";
    public static final String PENALTY = "administrative-penalty";

    private DemoCity() {}

    /** The same rules as an edition of its own, with other measures perhaps: what was kept by edition is worked out anew. */
    public static Policy again(List<Measure> measures) {
        return Edited.with(POLICY, "measures", measures);
    }

    private static Policy load() {
        try {
            return switch (PackLoader.load(Path.of(System.getProperty("xinheng.home"), "policy-packs"), "demo-city")) {
                case PackLoading.Loaded(Policy policy) -> policy;
                case PackLoading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
