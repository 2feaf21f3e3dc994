package org.xinheng.server.publicity.page;

import org.jspecify.annotations.Nullable;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** One record with all its public fields, and why it is shown. */
public record RecordPage(RecordCard card, @Nullable OrganisationLabel party) implements PageView {

    @Override
    public String template() {
        return "publicity/record";
    }

    @Override
    public String title(Words words) {
        return card.what();
    }

    @Override
    public boolean indexed() {
        return !card.adverse();
    }

    @Override
    public String section() {
        return "/lists";
    }
}
