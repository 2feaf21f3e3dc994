package org.xinheng.server.administration.reading;

import java.util.List;
import java.util.Set;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Text;

/** By what the log of reads is looked through, ordered and taken home. */
final class ReadingList {

    static final String FROM = "from";
    static final String UNTIL = "until";

    private ReadingList() {}

    static ListPlan<ReadingLine> plan(String path, Text title) {
        List<Column<ReadingLine>> columns = List.of(
                Column.by("at", ReadingText.AT, (line, _) -> Formats.minute(line.at()), ReadingLine::at),
                Column.text("body", ReadingText.BODY, (line, _) -> line.body()),
                Column.text("post", ReadingText.POST, (line, _) -> line.post()),
                Column.text("what", ReadingText.WHAT, (line, _) -> line.what()),
                Column.text("party", ReadingText.PARTY, (line, _) -> line.party()),
                Column.text("code", ReadingText.CODE, (line, _) -> line.code()),
                Column.text("purpose", ReadingText.PURPOSE, (line, _) -> line.purpose()));
        return new ListPlan<>(
                path,
                "-at",
                "readings",
                title,
                columns,
                List.of(
                        Filter.words(line -> List.of(
                                line.body(), line.post(), line.what(), line.party(), line.code(), line.purpose())),
                        day(FROM, ReadingText.FROM),
                        day(UNTIL, ReadingText.UNTIL)));
    }

    /** Days decide what is fetched. */
    private static Filter<ReadingLine> day(String id, ReadingText label) {
        return new Filter<>(id, new ListFilter(id, label, List.of()), Set.of(), (_, _) -> true);
    }
}
