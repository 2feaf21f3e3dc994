package org.xinheng.server.measure.column;

import java.util.List;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** The catalogue of measures in force today (奖惩措施目录). */
public record MeasuresPage(ListView list, List<MeasureView> measures) implements PageView {

    public static final String PATH = "/measures";

    public MeasuresPage {
        measures = List.copyOf(measures);
    }

    @Override
    public String template() {
        return "measure/catalogue";
    }

    @Override
    public String title(Words words) {
        return words.say(ColumnText.MEASURES_TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
