package org.xinheng.core.listing;

/**
 * Who acts in a proceeding: an account of a post, never a person's name.
 *
 * @param name the account
 * @param authority id of the body it belongs to; blank for the credit office, which belongs to none that decides; for the
 *     organisation itself its id in the register
 */
public record Officer(String name, String authority, Post post) {

    public enum Post {
        /** 认定单位经办: proposes, gives notice, takes down answers, serves. */
        OFFICER,
        /** 认定单位负责人: signs decisions, and nothing else. */
        HEAD,
        /** 主体本身: answers, agrees, asks to be taken off. */
        SUBJECT,
        /** 信用办: looks after proceedings and acts in none. */
        CREDIT_OFFICE
    }
}
