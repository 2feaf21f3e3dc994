package org.xinheng.server.measure.desk;

import java.util.List;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One applied measure with what befell it.
 *
 * @param basis law and article behind it
 */
public record AppliedFilePage(AppliedLine line, MeasureText effect, String basis, List<NoticeLine> history)
        implements PageView {

    public AppliedFilePage {
        history = List.copyOf(history);
    }

    @Override
    public String template() {
        return "measure/file";
    }

    @Override
    public String title(Words words) {
        return words.say(MeasureText.FILE_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return AppliedPage.PATH;
    }
}
