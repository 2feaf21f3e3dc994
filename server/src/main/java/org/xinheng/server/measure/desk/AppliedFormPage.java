package org.xinheng.server.measure.desk;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form in which a body states that it applies a measure.
 *
 * @param measures titles by id, those in force that the body may apply
 * @param matters titles by id
 * @param faults sentence by field
 */
public record AppliedFormPage(
        Map<String, String> measures, Map<String, String> matters, TypedMeasure typed, Map<String, String> faults)
        implements PageView {

    static final String PATH = AppliedPage.PATH + "/new";

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public String template() {
        return "measure/form";
    }

    @Override
    public String title(Words words) {
        return words.say(MeasureText.FORM_TITLE);
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
