package org.xinheng.server.publicity.rules;

import java.util.List;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One rule with its source, its words and its other editions.
 *
 * @param text as it stands in its file; empty where the file is not known
 */
public record RulePage(RuleLine line, String text, List<RuleLine> editions) implements PageView {

    public RulePage {
        editions = List.copyOf(editions);
    }

    @Override
    public String template() {
        return "publicity/rule";
    }

    @Override
    public String title(Words words) {
        return words.say(line.rule().title());
    }

    @Override
    public String section() {
        return "/rules";
    }
}
