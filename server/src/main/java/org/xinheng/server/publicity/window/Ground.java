package org.xinheng.server.publicity.window;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was presented at the window (查询依据). */
public enum Ground {
    /** 营业执照或登记证书原件: the organisation asks for itself. */
    LICENCE(WindowText.GROUND_LICENCE),
    /** 查询授权书: another asks with the organisation's authorisation. */
    AUTHORISATION(WindowText.GROUND_AUTHORISATION);

    private final WindowText title;

    Ground(WindowText title) {
        this.title = title;
    }

    public WindowText title() {
        return title;
    }

    /** As it stands in forms and in the log. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Ground> find(String id) {
        return Arrays.stream(values()).filter(ground -> ground.id().equals(id)).findFirst();
    }
}
