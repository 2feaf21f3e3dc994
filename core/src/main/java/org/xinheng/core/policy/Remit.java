package org.xinheng.core.policy;

import java.util.List;

/**
 * Which bodies of the place may decide listings on a list (认定单位), by the law that gives them the power. A list of which no remit
 * speaks is decided elsewhere: here nobody may.
 *
 * @param list id of the list
 * @param authorities ids of the bodies
 * @param remedy what an organisation may do against their decisions, and within which time (救济途径和期限), as their documents say it
 */
public record Remit(Rule rule, String list, List<String> authorities, Title remedy) {

    public Remit {
        authorities = List.copyOf(authorities);
    }
}
