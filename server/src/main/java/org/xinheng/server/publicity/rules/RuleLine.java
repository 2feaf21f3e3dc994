package org.xinheng.server.publicity.rules;

import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;
import org.xinheng.server.web.Shell;

/** One rule as lists and pages show it. */
public record RuleLine(Rule rule) {

    public String path() {
        return "/rules/" + rule.id();
    }

    public String days(Shell shell) {
        Validity days = rule.validity();
        return days.to() == null
                ? shell.say(RulesText.DAYS_FROM, days.from())
                : shell.say(RulesText.DAYS_BETWEEN, days.from(), days.to());
    }

    public String confidence(Shell shell) {
        return shell.say(RulesText.of(rule.confidence()));
    }

    public String level(Shell shell) {
        return shell.say(RulesText.of(rule.basis().level()));
    }

    public String kind(Shell shell) {
        return shell.say(RuleKind.of(rule).title());
    }

    /** File and line below the folder of packs. */
    public String place() {
        return rule.place();
    }
}
