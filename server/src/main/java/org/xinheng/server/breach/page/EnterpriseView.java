package org.xinheng.server.breach.page;

import java.util.Optional;
import org.xinheng.core.policy.BreachRules.Enterprise;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Words;

/**
 * A state-owned enterprise of the register.
 *
 * @param name as the rules have it
 * @param superior name of the body that is told of its breaches
 * @param registered whether it is registered under the same name, else as what, or that nobody has the code
 */
public record EnterpriseView(String name, String code, String superior, String registered) {

    static EnterpriseView of(Enterprise enterprise, Policy policy, Optional<Organisation> found, Words words) {
        String name = words.say(enterprise.name());
        String registered = found.map(
                        one -> isSame(one.name(), enterprise.name().zh())
                                ? words.say(BreachText.ENTERPRISE_SAME)
                                : words.say(BreachText.ENTERPRISE_OTHER, one.name()))
                .orElseGet(() -> words.say(BreachText.ENTERPRISE_NONE));
        String superior = policy.authority(enterprise.superior())
                .map(body -> words.say(body.name()))
                .orElse(enterprise.superior());
        return new EnterpriseView(name, enterprise.code(), superior, registered);
    }

    private static boolean isSame(String registered, String ruled) {
        return OrganisationName.key(registered).equals(OrganisationName.key(ruled));
    }
}
