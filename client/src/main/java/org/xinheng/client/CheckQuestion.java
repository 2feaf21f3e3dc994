package org.xinheng.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked.
 *
 * @param code unified social credit code of the organisation; never an identity number, which the server refuses
 * @param matter id of the matter (事项)
 * @param purpose why it is asked
 * @param caseNumber number of the case (办件编号)
 * @param operator post or account that asks
 */
public record CheckQuestion(String code, String matter, String purpose, String caseNumber, String operator) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("matter", matter);
        json.put("purpose", purpose);
        json.put("caseNumber", caseNumber);
        json.put("operator", operator);
        return json;
    }
}
