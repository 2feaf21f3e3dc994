package org.xinheng.server.publicity.page;

import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Directory of what is shown here (公示目录). */
public record DirectoryPage(List<Entry> entries) implements PageView {

    public DirectoryPage {
        entries = List.copyOf(entries);
    }

    /** @param count records that the public sees today */
    public record Entry(RecordType type, long count) {}

    @Override
    public String template() {
        return "publicity/directory";
    }

    @Override
    public String title(Words words) {
        return words.say(PortalText.DIRECTORY_TITLE);
    }

    @Override
    public String section() {
        return "/lists";
    }
}
