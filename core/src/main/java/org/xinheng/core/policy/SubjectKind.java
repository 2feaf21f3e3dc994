package org.xinheng.core.policy;

/** Whom a rule may touch (适用主体). A natural person cannot be named: there is no such value, by intention. */
public enum SubjectKind {
    /** Enterprises, cooperatives, institutions, social organisations, government bodies (法人及非法人组织). */
    ORGANISATION,
    /** Individual businesses (个体工商户) as registered businesses: only what the law orders published. */
    INDIVIDUAL_BUSINESS
}
