package org.xinheng.server.publicity.guide;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What this platform is, and what it is not.
 *
 * @param ruleVersion version of the pack in force
 */
public record AboutPage(String ruleVersion) implements PageView {

    @Override
    public String template() {
        return "guide/about";
    }

    @Override
    public String title(Words words) {
        return words.say(GuideText.ABOUT_TITLE);
    }

    @Override
    public String section() {
        return "/about";
    }
}
