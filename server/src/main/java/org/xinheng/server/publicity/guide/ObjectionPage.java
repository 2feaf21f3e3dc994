package org.xinheng.server.publicity.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * How to object (异议).
 *
 * @param record the record that the reader came from, while it is shown
 */
public record ObjectionPage(
        List<DeadlineRule> deadlines, @Nullable RecordCard record) implements PageView {

    public ObjectionPage {
        deadlines = List.copyOf(deadlines);
    }

    @Override
    public String template() {
        return "guide/objection";
    }

    @Override
    public String title(Words words) {
        return words.say(GuideText.OBJECTION_TITLE);
    }

    @Override
    public boolean indexed() {
        return record == null;
    }
}
