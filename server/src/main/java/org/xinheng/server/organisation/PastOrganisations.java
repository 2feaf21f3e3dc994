package org.xinheng.server.organisation;

import java.util.Optional;
import org.xinheng.core.policy.Policy;

/** The register as it stood at one of its positions, merges included, so that an answer can be worked out again. */
public interface PastOrganisations {

    /**
     * @param position of the register
     * @param rules the edition whose words for categories of codes are used
     */
    Then at(long position, Policy rules);

    /** The register at a position; what was written later is not seen. */
    interface Then {

        /** @param code normalised unified social credit code; redirects that stood then are followed, and those alone are in its ids */
        Optional<Organisation> findByCode(String code);

        /** As {@link Organisations#findByOlderNumber}. @param number normalised */
        Optional<Organisation> findByOlderNumber(String number);
    }
}
