package org.xinheng.server.casework.tip;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * How far something is that was told. It says nothing of the organisation that it is about.
 *
 * @param progress null as long as no code was typed, and for one that is none
 * @param wrong whether a code was typed that is none
 */
public record TipProgressPage(@Nullable Progress progress, boolean wrong) implements PageView {

    @Override
    public String template() {
        return "casework/tip-progress";
    }

    @Override
    public String title(Words words) {
        return words.say(TipText.PROGRESS_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    public static final String PATH = TipPage.PATH + "/progress";

    @Override
    public HttpStatus status() {
        return wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
    }

    /**
     * @param due last day of the answer; null once it is closed
     * @param answer of the body; blank as long as there is none
     */
    public record Progress(
            String number,
            LocalDate on,
            String body,
            Title state,
            @Nullable LocalDate due,
            String answer) {}
}
