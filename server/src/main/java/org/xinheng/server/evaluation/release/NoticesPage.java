package org.xinheng.server.evaluation.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Notices for the office.
 *
 * @param said what came of the last step; null for nothing
 * @param typing what was typed, when it is shown again
 * @param mayAct whether the reader serves and decides
 */
public record NoticesPage(
        ListView list,
        List<NoticeView> notices,
        List<EvaluationModel> models,
        @Nullable String said,
        Typing typing,
        boolean mayAct)
        implements PageView {

    public static final String PATH = "/evaluations/notices";

    @Override
    public String template() {
        return "evaluation/notices";
    }

    @Override
    public String title(Words words) {
        return words.say(NoticeText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return typing.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
