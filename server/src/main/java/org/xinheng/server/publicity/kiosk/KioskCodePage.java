package org.xinheng.server.publicity.kiosk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.Words;

/**
 * The pad on which a code is typed, a character a touch.
 *
 * @param typed so far
 * @param fault what is wrong with it; null where nothing is
 */
public record KioskCodePage(String typed, @Nullable KioskText fault) implements KioskPage {

    /** Characters of a unified social credit code (GB 32100-2015): I, O, S, V and Z are not among them. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static final int LENGTH = 18;

    public List<String> keys() {
        return CHARACTERS.chars().mapToObj(Character::toString).toList();
    }

    public boolean full() {
        return typed.length() >= LENGTH;
    }

    /** What the pad holds after one more touch; what is no character of a code is left out. */
    static String after(String typed, String key) {
        StringBuilder kept = new StringBuilder();
        (typed + key)
                .toUpperCase(java.util.Locale.ROOT)
                .chars()
                .filter(c -> CHARACTERS.indexOf(c) >= 0)
                .limit(LENGTH)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public String template() {
        return "kiosk/code";
    }

    @Override
    public String title(Words words) {
        return words.say(KioskText.CODE_TITLE);
    }
}
