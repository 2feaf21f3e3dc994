package org.xinheng.server.evaluation.room;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.evaluation.ModelRoom.Trial;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Trials of changed models.
 *
 * @param packs names of the packs in the folder of packs
 * @param faults what was unfit, by field
 */
public record RoomPage(List<String> packs, List<EvaluationModel> models, List<Trial> trials, Map<String, String> faults)
        implements PageView {

    public static final String PATH = "/evaluations/trials";

    public String state(Trial trial, Words words) {
        return switch (trial.state()) {
            case WORKING -> words.say(RoomText.STATE_WORKING, trial.done(), trial.total());
            case FINISHED -> words.say(RoomText.STATE_FINISHED);
            case BROKEN_OFF -> words.say(RoomText.STATE_BROKEN_OFF);
        };
    }

    @Override
    public String template() {
        return "evaluation/trials";
    }

    @Override
    public String title(Words words) {
        return words.say(RoomText.TITLE);
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
