package org.xinheng.server.evaluation.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Item;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Link;
import org.xinheng.server.publicity.ChapterOfOwnFile;
import org.xinheng.server.web.Words;

/**
 * In an organisation's own file: its grade by each model made for its kind, or why it has none, with the way to the
 * explanation.
 */
final class OwnGrade implements ChapterOfOwnFile {

    static final String PATH = RunsPage.PATH + "/own";

    private final EvaluationDesk desk;

    OwnGrade(EvaluationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Chapter> of(Actor actor, Organisation own, List<RecordVersion> current, Words words) {
        List<Item> items = new ArrayList<>();
        for (EvaluationModel model : desk.evaluations().models()) {
            desk.ifMeant(model.id(), own, words).ifPresent(result -> items.add(item(model, result, words)));
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("evaluation", words.say(EvaluationText.NAV), items));
    }

    private static Item item(EvaluationModel model, ResultView result, Words words) {
        List<String> facts = new ArrayList<>();
        if (result.grade() != null && result.points() != null) {
            facts.add(words.say(EvaluationText.RESULT_GRADE, result.grade().title()));
            facts.add(words.say(EvaluationText.RESULT_POINTS, result.points(), result.total()));
        } else {
            facts.add(words.say(EvaluationText.RESULT_NOT_RATED));
            if (result.notRated() != null) {
                facts.add(result.notRated());
            }
        }
        return new Item(
                words.say(model.rule().title()),
                facts,
                List.of(new Link(words.say(EvaluationText.RESULT_OWN_LINK), PATH + "?model=" + model.id())));
    }
}
