package org.xinheng.server.measure.column;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One measure of the catalogue, and how one gets off it. */
public record MeasurePage(MeasureView measure) implements PageView {

    @Override
    public String template() {
        return "measure/measure";
    }

    @Override
    public String title(Words words) {
        return measure.title();
    }

    @Override
    public String section() {
        return MeasuresPage.PATH;
    }
}
