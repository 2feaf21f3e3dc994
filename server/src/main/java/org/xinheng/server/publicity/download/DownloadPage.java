package org.xinheng.server.publicity.download;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** The files of one type, with what their columns mean. */
public record DownloadPage(RecordType type, long count, List<RecordColumns.Column> columns, LocalDate day)
        implements PageView {

    public DownloadPage {
        columns = List.copyOf(columns);
    }

    public boolean adverse() {
        return type.nature() == RecordType.Nature.ADVERSE;
    }

    public String path(FileFormat format) {
        return DownloadsPage.PATH + "/" + type.id() + "." + format.id();
    }

    @Override
    public String template() {
        return "download/download";
    }

    @Override
    public String title(Words words) {
        return words.say(DownloadText.TYPE_TITLE, words.say(type.title()));
    }

    @Override
    public boolean indexed() {
        return !adverse();
    }

    @Override
    public String section() {
        return DownloadsPage.PATH;
    }
}
