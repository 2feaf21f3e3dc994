package org.xinheng.server.service;

import java.util.Map;

/**
 * A document (文书) to be served.
 *
 * @param kind id of a template in the pack's {@code documents.yaml}
 * @param fields values by field id of the template; a field {@code number} is the document's own number (文号)
 * @param authority code or id of the body that issues it
 * @param reference the case or record that it belongs to: id of a case or address of a record
 */
public record Document(
        long organisationId, String kind, Map<String, String> fields, String authority, String reference) {

    public Document {
        fields = Map.copyOf(fields);
    }
}
