package org.xinheng.server.measure.followup;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.server.measure.feedback.AskedCheck;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What was done after one check.
 *
 * @param open titles by id of the measures of which nothing was said yet
 * @param done titles of the others
 * @param choices applied or not
 * @param faults sentence by field
 */
public record FeedbackFormPage(
        AskedCheck check,
        String matter,
        Map<String, String> open,
        List<String> done,
        Map<String, String> choices,
        TypedFeedback typed,
        Map<String, String> faults)
        implements PageView {

    static final String PATH = "/check-feedback";

    public FeedbackFormPage {
        done = List.copyOf(done);
    }

    public String typedReason() {
        return TypedFeedback.text(typed.reason());
    }

    public String typedDecision() {
        return TypedFeedback.text(typed.decision());
    }

    @Override
    public String template() {
        return "measure/feedback";
    }

    @Override
    public String title(Words words) {
        return words.say(FeedbackText.FORM_TITLE);
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
