package org.xinheng.server.intake.page;

import java.util.Map;

/**
 * The form as typed.
 *
 * @param type id of the record type
 * @param source code of the source, from those who deliver for all
 */
public record DeliveryForm(String type, String source, boolean historical) {

    static final DeliveryForm BLANK = new DeliveryForm("", "", false);

    static DeliveryForm of(Map<String, String> fields) {
        return new DeliveryForm(
                fields.getOrDefault("type", ""),
                fields.getOrDefault("source", ""),
                "true".equals(fields.get("historical")));
    }
}
