package org.xinheng.server.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a piece of the library is (栏目). */
public enum ContentKind {
    /** 案例警示: what went wrong, and what followed; never a list of blame. */
    WARNING(ContentText.KIND_WARNING),
    /** 守信案例. */
    MODEL(ContentText.KIND_MODEL),
    /** 工作动态. */
    NEWS(ContentText.KIND_NEWS),
    /** 政策文件: with issuer, number and date. */
    POLICY(ContentText.KIND_POLICY);

    private final ContentText title;

    ContentKind(ContentText title) {
        this.title = title;
    }

    public ContentText title() {
        return title;
    }

    /** As it stands in addresses and forms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ContentKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
