package org.xinheng.server.service;

import java.util.List;
import java.util.Optional;

/** Service of documents on organisations (送达). */
public interface DocumentService {

    /**
     * Renders a document from the pack's template, keeps it byte for byte and puts it into the organisation's inbox, in the
     * transaction of the caller where there is one. The time of service is that of the one clock: nothing is served
     * backdated.
     *
     * @throws IllegalArgumentException when the pack has no such template, a required field is absent, a field is unknown to
     *     the template, or there is no such organisation: faults of the caller
     */
    Served serve(Document document);

    Optional<ServedDocument> find(long id);

    /** Documents of one case or record, oldest first. */
    List<ServedDocument> ofCase(String reference);
}
