package org.xinheng.server.measure.sandbox;

import org.xinheng.server.web.Text;

/** Words of exercises. */
public enum SandboxText implements Text {
    NOTICE,
    UNAVAILABLE,
    UNAVAILABLE_ADVICE;

    @Override
    public String bundle() {
        return "sandbox";
    }
}
