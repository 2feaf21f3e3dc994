package org.xinheng.server.publicity.rules;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * The rules that were asked for.
 *
 * @param typed what was typed, shown again
 */
public record RulesPage(String typed, @Nullable RuleKind kind, List<RuleLine> lines, String version)
        implements PageView {

    public RulesPage {
        lines = List.copyOf(lines);
    }

    /** @param chosen whether it is the kind that is shown */
    public record Choice(String id, String title, boolean chosen) {}

    public List<Choice> choices(Shell shell) {
        return Arrays.stream(RuleKind.values())
                .map(one -> new Choice(one.id(), shell.say(one.title()), one == kind))
                .toList();
    }

    @Override
    public String template() {
        return "publicity/rules";
    }

    @Override
    public String title(Words words) {
        return words.say(RulesText.RULES_TITLE);
    }

    @Override
    public String section() {
        return "/rules";
    }
}
