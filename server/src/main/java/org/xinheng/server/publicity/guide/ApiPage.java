package org.xinheng.server.publicity.guide;

import java.util.List;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** How programs talk to this platform. */
public record ApiPage(List<ApiDescription.Section> sections) implements PageView {

    public ApiPage {
        sections = List.copyOf(sections);
    }

    @Override
    public String template() {
        return "guide/api";
    }

    @Override
    public String title(Words words) {
        return words.say(GuideText.API_TITLE);
    }
}
