package org.xinheng.server.publicity.guide;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What this platform is, and what it is not.
 *
 * @param ruleVersion version of the pack in force
 * @param portal the node on whose portal the place publishes as well; null where it has only its own
 */
public record AboutPage(String ruleVersion, @Nullable Title portal) implements PageView {

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
