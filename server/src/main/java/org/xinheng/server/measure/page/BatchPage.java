package org.xinheng.server.measure.page;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Matter;
import org.xinheng.server.measure.question.CheckForm;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The form for a list of codes, pasted or as a file.
 *
 * @param matters in force today
 * @param typed what is shown again, without codes
 * @param faults sentence by field
 * @param lines most lines of one list
 */
public record BatchPage(List<Matter> matters, CheckForm typed, Map<String, String> faults, int lines)
        implements PageView {

    static final String PATH = CheckPage.PATH + "/batch";

    public BatchPage {
        matters = List.copyOf(matters);
    }

    @Override
    public String template() {
        return "check/batch";
    }

    @Override
    public String title(Words words) {
        return words.say(CheckPageText.BATCH_TITLE);
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
        return CheckPage.PATH;
    }
}
