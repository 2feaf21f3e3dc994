package org.xinheng.server.measure.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The inbox of an executing body (执行单位通知).
 *
 * @param next id before which the next page begins; null on the last
 * @param own whether the reader belongs to the body and may take note
 */
public record NoticesPage(List<NoticeLine> lines, @Nullable Long next, boolean own) implements PageView {

    public static final String PATH = "/measure-notices";

    public NoticesPage {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "measure/notices";
    }

    @Override
    public String title(Words words) {
        return words.say(MeasureText.NOTICES_TITLE);
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
