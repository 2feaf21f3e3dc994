package org.xinheng.server.policy;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every fault in both languages instead of a stack trace when the server cannot start. */
public final class PackRefusedAnalyzer extends AbstractFailureAnalyzer<PackRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PackRefused cause) {
        return new FailureAnalysis(
                cause.sentences(Locale.SIMPLIFIED_CHINESE) + "\n\n" + cause.sentences(Locale.ENGLISH), null, cause);
    }
}
