package org.xinheng.server.publicity.rules;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * Where the rules come from, and where the data comes from.
 *
 * @param bodies that deliver or decide in this place
 */
public record SourcesPage(List<Line> lines, List<Title> bodies) implements PageView {

    static final String PATH = "/rules/sources";

    public SourcesPage {
        lines = List.copyOf(lines);
        bodies = List.copyOf(bodies);
    }

    /**
     * One document.
     *
     * @param number its official number; null where it has none
     * @param rules how many rules in force rest on it
     */
    public record Line(String document, @Nullable String number, Basis.Level level, int rules) {

        public String levelName(Shell shell) {
            return shell.say(RulesText.of(level));
        }

        /** Its rules. */
        public String path() {
            return "/rules?q=" + URLEncoder.encode(document, StandardCharsets.UTF_8);
        }
    }

    @Override
    public String template() {
        return "publicity/sources";
    }

    @Override
    public String title(Words words) {
        return words.say(RulesText.SOURCES_TITLE);
    }

    @Override
    public String section() {
        return "/rules";
    }
}
