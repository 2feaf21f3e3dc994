package org.xinheng.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from (依据): the document, its number, and the article or section.
 *
 * @param document full name of the law, order, standard or plan
 * @param number document number such as 发改办财金〔2018〕424号, when it has one
 * @param article article or section, as printed ("第四十八条", "art. 48")
 * @param level rank of the document
 */
public record Basis(
        String document, @Nullable String number, @Nullable String article, Level level) {

    /** Rank of a source, highest first; {@link #HOUSE} is our own proposal where no source was found. */
    public enum Level {
        LAW,
        ADMINISTRATIVE_REGULATION,
        /** 司法解释: binds the courts. */
        JUDICIAL_INTERPRETATION,
        DEPARTMENT_RULE,
        LOCAL_REGULATION,
        CENTRAL_POLICY,
        STANDARD,
        NOTICE,
        PLAN,
        HOUSE
    }

    /** One line for people: 《信用修复管理办法》（国家发展改革委令第36号）第五条. */
    public String citation() {
        StringBuilder line = new StringBuilder(document);
        if (number != null) {
            line.append("（").append(number).append("）");
        }
        if (article != null) {
            line.append(article);
        }
        return line.toString();
    }
}
