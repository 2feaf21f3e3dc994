package org.xinheng.server.intake.page;

import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.intake.report.Template.Column;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** What a file of a record type must hold, column by column. */
public record TemplatePage(RecordType type, List<Column> columns) implements PageView {

    public TemplatePage {
        columns = List.copyOf(columns);
    }

    public String path() {
        return "/templates/" + type.id();
    }

    public String must(Words words, Column column) {
        return ColumnNotes.must(words, column);
    }

    public String form(Words words, Column column) {
        return ColumnNotes.form(words, column);
    }

    @Override
    public String template() {
        return "intake/template";
    }

    @Override
    public String title(Words words) {
        return words.say(DeliveryText.TEMPLATE_TITLE, words.say(type.title()));
    }

    @Override
    public String section() {
        return "/deliveries";
    }
}
