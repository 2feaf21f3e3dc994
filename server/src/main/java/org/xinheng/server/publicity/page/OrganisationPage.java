package org.xinheng.server.publicity.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One organisation: who it is, and what public bodies decided about it that may be shown today.
 *
 * @param jurisdiction name of the division in charge; null when unknown
 * @param offered what other modules add
 */
public record OrganisationPage(
        Organisation organisation,
        @Nullable Title jurisdiction,
        List<Chapter> chapters,
        List<ChapterOfOrganisationPage.Chapter> offered)
        implements PageView {

    public OrganisationPage {
        chapters = List.copyOf(chapters);
        offered = List.copyOf(offered);
    }

    /**
     * Records of one type, newest decisions first.
     *
     * @param cards those on this page
     * @param total all of them
     * @param front whether the place shows this type first
     */
    public record Chapter(RecordType type, List<RecordCard> cards, int total, boolean front) {

        public Chapter {
            cards = List.copyOf(cards);
        }

        public boolean adverse() {
            return type.nature() == RecordType.Nature.ADVERSE;
        }

        public boolean cut() {
            return cards.size() < total;
        }
    }

    /** Chapters with records, and the front ones always: that nothing stands there is an answer too. */
    public List<Chapter> written() {
        return chapters.stream()
                .filter(chapter -> chapter.total() > 0 || chapter.front())
                .toList();
    }

    /** Titles of the chapters in which nothing stands. */
    public List<Title> empty() {
        return chapters.stream()
                .filter(chapter -> chapter.total() == 0 && !chapter.front())
                .map(chapter -> chapter.type().title())
                .toList();
    }

    @Override
    public String template() {
        return "publicity/organisation";
    }

    @Override
    public String title(Words words) {
        return organisation.name();
    }

    @Override
    public boolean indexed() {
        return chapters.stream().noneMatch(chapter -> chapter.adverse() && chapter.total() > 0);
    }
}
