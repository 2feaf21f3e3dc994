package org.xinheng.server.publicity.guide;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Accessibility statement (无障碍说明). */
public record AccessibilityPage() implements PageView {

    @Override
    public String template() {
        return "guide/accessibility";
    }

    @Override
    public String title(Words words) {
        return words.say(GuideText.ACCESSIBILITY_TITLE);
    }
}
