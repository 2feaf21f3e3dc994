package org.xinheng.server.consent.page;

import java.util.List;
import org.xinheng.core.policy.ConsentRules.Scene;
import org.xinheng.server.consent.desk.ConsentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** Scenes in force today: which incentive, who offers it, on what ground. */
public record ScenesPage(List<Scene> scenes) implements PageView {

    static final String PATH = "/scenes";

    public ScenesPage {
        scenes = List.copyOf(scenes);
    }

    @Override
    public String template() {
        return "consent/scenes";
    }

    @Override
    public String title(Words words) {
        return words.say(ConsentText.SCENES_TITLE);
    }

    @Override
    public String section() {
        return PATH;
    }
}
