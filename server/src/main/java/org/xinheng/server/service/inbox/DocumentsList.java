package org.xinheng.server.service.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;

/** By what served documents are looked through, ordered and taken home. */
final class DocumentsList {

    static final ListPlan<DocumentLine> PLAN = new ListPlan<>(
            DocumentsPage.PATH,
            "-served",
            "documents",
            ServiceText.SERVED_TITLE,
            List.of(
                    Column.text(
                            "document",
                            ServiceText.LIST_DOCUMENT,
                            (line, _) -> line.document().title()),
                    Column.text(
                            "number",
                            ServiceText.LIST_NUMBER,
                            (line, _) -> line.document().number()),
                    Column.text("party", ServiceText.LIST_PARTY, (line, _) -> line.party()),
                    Column.text("authority", ServiceText.LIST_AUTHORITY, (line, _) -> line.authority()),
                    Column.by(
                            "served",
                            ServiceText.LIST_SERVED,
                            (line, _) -> Formats.minute(line.document().servedAt()),
                            line -> line.document().servedAt()),
                    Column.by(
                            "opened",
                            ServiceText.LIST_OPENED,
                            (line, words) -> {
                                Instant opened = line.document().openedAt();
                                return opened == null ? words.say(ServiceText.LIST_NOT_OPENED) : Formats.minute(opened);
                            },
                            DocumentsList::opened)),
            List.of(
                    Filter.words(DocumentsList::texts),
                    Filter.one(
                            "opened",
                            ServiceText.LIST_OPENED,
                            List.of(new Choice("no", words -> words.say(ServiceText.LIST_UNOPENED))),
                            line -> line.document().openedAt() == null ? "no" : "yes")));

    private DocumentsList() {}

    private static Instant opened(DocumentLine line) {
        Instant opened = line.document().openedAt();
        return opened == null ? Instant.MAX : opened;
    }

    private static List<String> texts(DocumentLine line) {
        List<String> texts = new ArrayList<>(List.of(line.document().title(), line.party(), line.authority()));
        if (line.document().number() != null) {
            texts.add(line.document().number());
        }
        return texts;
    }
}
