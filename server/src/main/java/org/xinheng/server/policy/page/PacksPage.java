package org.xinheng.server.policy.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * What is in force, what comes, what lies on the shelf, and all activations, newest first.
 *
 * @param current the activation that brought what is in force; null for the pack of the start
 * @param refused whose files were not those approved, so that the edition before stayed in force; null for none
 */
public record PacksPage(
        Policy inForce,
        @Nullable Activation current,
        @Nullable Activation refused,
        List<String> shelf,
        List<Activation> activations)
        implements PageView {

    public static final String PATH = "/rule-packs";

    private static final int SHOWN = 12;

    public PacksPage {
        shelf = List.copyOf(shelf);
        activations = List.copyOf(activations);
    }

    public static String pathOf(String pack) {
        return PATH + "/" + pack;
    }

    public static String pathOf(Activation activation) {
        return PATH + "/activations/" + activation.id();
    }

    /** The beginning of an edition's version, enough to tell it from others. */
    public static String shortOf(String version) {
        return version.substring(0, Math.min(SHOWN, version.length()));
    }

    @Override
    public String template() {
        return "packs/packs";
    }

    @Override
    public String title(Words words) {
        return words.say(PacksText.TITLE);
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
