package org.xinheng.server.web;

import jakarta.servlet.ServletRequest;
import java.util.Locale;

/** Language of a page; it stands in the path: {@code /…} Chinese, {@code /en/…} English. */
public enum Language {
    CHINESE("", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("/en", "en", Locale.ENGLISH);

    private static final String ATTRIBUTE = Language.class.getName();

    private final String prefix;
    private final String tag;
    private final Locale locale;

    Language(String prefix, String tag, Locale locale) {
        this.prefix = prefix;
        this.tag = tag;
        this.locale = locale;
    }

    /** The language of a request, as its path said. */
    public static Language of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Language language ? language : CHINESE;
    }

    void mark(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** @param path address without language prefix */
    public String address(String path) {
        return prefix.isEmpty() ? path : path.equals("/") ? prefix : prefix + path;
    }

    String prefix() {
        return prefix;
    }

    /** Value of the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }
}
