package org.xinheng.server.evaluation.given;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Readers that are told of grades, for the office.
 *
 * @param lookedAt when what stands was last brought up to date with every step of it; null before the first time
 */
public record GivenPage(
        ListView list, List<FollowerView> readers, @Nullable Instant lookedAt) implements PageView {

    public static final String PATH = "/evaluations/given";

    @Override
    public String template() {
        return "evaluation/given";
    }

    @Override
    public String title(Words words) {
        return words.say(GivenText.TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PATH;
    }
}
