package org.xinheng.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A kind of fact that an organisation may file about itself of its own will (自主申报). Nothing follows from such a fact.
 *
 * @param kind value of the code list {@code voluntary-kind}
 * @param verifier id of the body that verifies it; null where the lead authority does
 * @param open whether it is shown on the organisation's public page, with the word of who answers for it
 */
public record VoluntaryKind(
        Rule rule, String kind, @Nullable String verifier, boolean open) {

    private static final String PREFIX = "voluntary-fact.";

    public String id() {
        return rule.id().substring(PREFIX.length());
    }
}
