package org.xinheng.server.publicity.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;
import org.xinheng.server.web.WrittenOnce;

/**
 * Records of one type, newest decisions first, page by page.
 *
 * @param table how the lines look, kept with them
 * @param lists lists of the pack that these records put their subjects on; none for other records
 */
public record ListPage(
        RecordType type,
        ListFilter filter,
        List<Authority> authorities,
        List<Place.Division> places,
        List<Line> lines,
        WrittenOnce table,
        Paging paging,
        List<ListRule> lists)
        implements PageView {

    public ListPage {
        authorities = List.copyOf(authorities);
        places = List.copyOf(places);
        lines = List.copyOf(lines);
        lists = List.copyOf(lists);
    }

    /**
     * @param next key of the page that follows; null on the last one
     * @param first whether this is the first page
     */
    public record Paging(@Nullable String next, boolean first) {}

    public @Nullable String next() {
        return paging.next();
    }

    public boolean first() {
        return paging.first();
    }

    /** @param party null when the register does not answer for it */
    public record Line(RecordCard card, @Nullable OrganisationLabel party) {}

    public String path() {
        return "/lists/" + type.id();
    }

    @Override
    public String template() {
        return "publicity/list";
    }

    @Override
    public String title(Words words) {
        return words.say(type.title());
    }

    @Override
    public boolean indexed() {
        return type.nature() != RecordType.Nature.ADVERSE;
    }

    @Override
    public String section() {
        return "/lists";
    }
}
