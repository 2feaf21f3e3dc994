package org.xinheng.server.inspection;

import java.util.Optional;
import org.xinheng.core.risk.Classification;

/** Risk classes (信用风险分类) of organisations: internal, never published, apart from any grade. */
public interface RiskClasses {

    /** All of them as they are now, read once: for a pool. */
    Snapshot now();

    /** One with its reasons, under whatever ids its records stand. */
    Optional<Classification> of(long organisation);

    /** Classes at one moment. */
    @FunctionalInterface
    interface Snapshot {

        /** @return id of the class; empty where no signal was found: then the pack's default holds */
        Optional<String> of(long organisation);
    }
}
