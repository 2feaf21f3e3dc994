package org.xinheng.server.measure.page;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Matter;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form of a check.
 *
 * @param matters in force today
 * @param typed what is shown again; never an identity number
 * @param faults sentence by field, in the order of the form
 */
public record CheckPage(List<Matter> matters, CheckForm typed, Map<String, String> faults) implements PageView {

    static final String PATH = "/check";

    public CheckPage {
        matters = List.copyOf(matters);
    }

    @Override
    public String template() {
        return "check/form";
    }

    @Override
    public String title(Words words) {
        return words.say(CheckPageText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
