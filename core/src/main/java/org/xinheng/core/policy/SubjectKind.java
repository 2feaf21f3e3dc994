package org.xinheng.core.policy;

import org.xinheng.core.code.CodeTables;

/** Whom a rule may touch (适用主体). A natural person cannot be named: there is no such value, by intention. */
public enum SubjectKind {
    /** Enterprises, cooperatives, institutions, social organisations, government bodies (法人及非法人组织). */
    ORGANISATION,
    /** Individual businesses (个体工商户) as registered businesses: only what the law orders published. */
    INDIVIDUAL_BUSINESS;

    /** First two characters of a unified code that are given to individual businesses (GB 32100-2015, annex A). */
    private static final String INDIVIDUAL_BUSINESS_PREFIX = "92";

    /** @param prefix first two characters of the unified code, or the ones that an older number stands for */
    public static SubjectKind ofPrefix(String prefix) {
        return INDIVIDUAL_BUSINESS_PREFIX.equals(prefix) ? INDIVIDUAL_BUSINESS : ORGANISATION;
    }

    /**
     * By the category's name: organisations without a unified code have a category too.
     *
     * @param category as the code list words it; an unknown one is no individual business
     */
    public static SubjectKind ofCategory(String category, CodeTables codes) {
        return codes.prefixes().entrySet().stream()
                .filter(prefix -> prefix.getValue().equals(category))
                .map(prefix -> ofPrefix(prefix.getKey()))
                .findFirst()
                .orElse(ORGANISATION);
    }
}
