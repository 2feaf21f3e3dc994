package org.xinheng.server.inspection;

import java.util.Optional;

/** Risk class (信用风险分类) of an organisation: internal, never published, apart from any grade. Implemented by whoever computes classes. */
public interface RiskClasses {

    /** @return id of the class; empty where none was computed: then the pack's default holds */
    Optional<String> of(long organisation);
}
