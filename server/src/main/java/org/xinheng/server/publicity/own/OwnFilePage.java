package org.xinheng.server.publicity.own;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The file of the organisation that signed in.
 *
 * @param jurisdiction name of the division in charge; null when unknown
 * @param offered what other modules keep about it
 * @param unread records of types that the rules in force no longer know
 */
public record OwnFilePage(
        Organisation own,
        @Nullable Title jurisdiction,
        List<ChapterOfOrganisationPage.Chapter> offered,
        List<Chapter> chapters,
        int unread,
        Instant at)
        implements PageView {

    public static final String PATH = "/own-file";

    public OwnFilePage {
        offered = List.copyOf(offered);
        chapters = List.copyOf(chapters);
    }

    /** Records of one type, newest decisions first. */
    public record Chapter(RecordType type, List<OwnRecord> records) {

        public Chapter {
            records = List.copyOf(records);
        }
    }

    public int total() {
        return chapters.stream().mapToInt(chapter -> chapter.records().size()).sum();
    }

    @Override
    public String template() {
        return "publicity/own-file";
    }

    @Override
    public String title(Words words) {
        return words.say(OwnFileText.TITLE);
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
