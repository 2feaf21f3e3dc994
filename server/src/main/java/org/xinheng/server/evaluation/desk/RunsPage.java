package org.xinheng.server.evaluation.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.evaluation.Evaluations.Count;
import org.xinheng.server.evaluation.Evaluations.Counts;
import org.xinheng.server.evaluation.Evaluations.Run;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Runs with the shares of the grades, and the question for one organisation.
 *
 * @param fault what is wrong with the question; null for nothing
 * @param mayRun whether the reader may begin a run
 */
public record RunsPage(
        List<EvaluationModel> models,
        List<Run> runs,
        @Nullable EvaluationText fault,
        boolean mayRun) implements PageView {

    static final String PATH = "/evaluations";

    public RunsPage {
        models = List.copyOf(models);
        runs = List.copyOf(runs);
    }

    /** @param outside whether it lies outside what the model expects */
    public record Share(String title, String percent, boolean outside) {}

    /** Shares of a finished run, in the order of the model. */
    public List<Share> shares(Run run, Words words) {
        Counts counts = run.counts();
        List<Share> shares = new ArrayList<>();
        for (EvaluationModel model : models) {
            if (counts != null && model.id().equals(run.model())) {
                for (EvaluationModel.Grade grade : model.grades()) {
                    shares.add(share(grade, counts, words));
                }
            }
        }
        return shares;
    }

    private static Share share(EvaluationModel.Grade grade, Counts counts, Words words) {
        long number = counts.grades().stream()
                .filter(one -> one.id().equals(grade.id()))
                .mapToLong(Count::number)
                .sum();
        long rated = counts.rated();
        String percent = rated == 0 ? "0" : Long.toString(Math.round(100.0 * number / rated));
        boolean outside = rated > 0 && grade.share() != null && !grade.share().holds(number, rated);
        return new Share(words.say(grade.title()), number + " (" + percent + "%)", outside);
    }

    public String title(Run run, Words words) {
        return models.stream()
                .filter(one -> one.id().equals(run.model()))
                .findFirst()
                .map(one -> words.say(one.rule().title()))
                .orElse(run.model());
    }

    public String day(Run run, Formats formats) {
        return formats.day(run.day());
    }

    @Override
    public String template() {
        return "evaluation/runs";
    }

    @Override
    public String title(Words words) {
        return words.say(EvaluationText.TITLE);
    }

    @Override
    public HttpStatus status() {
        return fault == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
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
