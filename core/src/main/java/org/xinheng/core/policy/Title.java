package org.xinheng.core.policy;

import java.util.Locale;

/** A name for people, in Simplified Chinese and English; both are always present. */
public record Title(String zh, String en) {

    /** The wording for a reader's language; everything that is not English reads Chinese. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
