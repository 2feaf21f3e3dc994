package org.xinheng.server.organisation.quality;

import java.util.List;
import java.util.Set;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.quality.CodesPage.Line;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what the queue of wrong and duplicate codes is looked through, ordered and taken home. */
final class CodesList {

    static final String OPEN = "open";
    static final String FAULT = "fault";

    static final ListPlan<Line> PLAN = new ListPlan<>(
            CodesPage.PATH,
            "-recorded",
            "code-quality",
            CodesText.TITLE,
            List.of(
                    Column.by(
                            "recorded",
                            CodesText.RECORDED,
                            (line, _) -> Formats.minute(line.entry().recordedAt()),
                            line -> line.entry().recordedAt()),
                    Column.text(
                            "name", CodesText.NAME, (line, _) -> line.entry().name()),
                    Column.text(
                            "code", CodesText.CODE, (line, _) -> line.entry().rawCode()),
                    Column.text(
                            "fault",
                            CodesText.FAULT,
                            (line, words) ->
                                    words.say(CodesText.titleOf(line.entry().fault()))),
                    Column.text("source", CodesText.SOURCE, (line, _) -> line.source()),
                    Column.text("outcome", CodesText.OUTCOME, (line, words) -> {
                        var settled = line.entry().settled();
                        return settled == null ? "" : words.say(CodesText.of(settled.outcome()));
                    })),
            List.of(
                    Filter.words(line -> List.of(
                            line.entry().name(),
                            line.entry().rawCode(),
                            line.entry().code(),
                            line.source())),
                    Filter.tab(OPEN, Set.of("true", "false")),
                    Filter.tab(FAULT, CodeFault.class)));

    private CodesList() {}
}
