package org.xinheng.server.service.inbox;

import java.util.Set;
import org.xinheng.server.service.ServedDocument;

/** Whose documents a reader may see. */
sealed interface DocumentScope {

    boolean covers(ServedDocument document);

    /** The credit office and the auditor. */
    record All() implements DocumentScope {
        @Override
        public boolean covers(ServedDocument document) {
            return true;
        }
    }

    /** @param codes of the bodies that the reader acts for */
    record OfAuthorities(Set<String> codes) implements DocumentScope {
        public OfAuthorities {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean covers(ServedDocument document) {
            return codes.contains(document.authority());
        }
    }

    /** @param ids under which the register knew the organisation, merged entries included */
    record OfOrganisation(Set<Long> ids) implements DocumentScope {
        public OfOrganisation {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean covers(ServedDocument document) {
            return ids.contains(document.organisationId());
        }
    }
}
