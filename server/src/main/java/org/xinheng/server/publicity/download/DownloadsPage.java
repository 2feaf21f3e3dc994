package org.xinheng.server.publicity.download;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What can be downloaded, under which terms.
 *
 * @param day on which the files are read
 */
public record DownloadsPage(List<Line> lines, LocalDate day) implements PageView {

    public static final String PATH = "/downloads";

    public DownloadsPage {
        lines = List.copyOf(lines);
    }

    /** @param count records that the file holds today */
    public record Line(RecordType type, long count) {

        public String path() {
            return PATH + "/" + type.id();
        }

        public boolean adverse() {
            return type.nature() == RecordType.Nature.ADVERSE;
        }
    }

    @Override
    public String template() {
        return "download/downloads";
    }

    @Override
    public String title(Words words) {
        return words.say(DownloadText.TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
