package org.xinheng.packs;

import java.util.List;
import org.xinheng.core.policy.Policy;

/** What came of loading a pack: all of it, or nothing and every reason at once. */
public sealed interface PackLoading {

    record Loaded(Policy policy) implements PackLoading {}

    /** @param faults in the order of files and lines; never empty */
    record Faulty(List<PackFault> faults) implements PackLoading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
