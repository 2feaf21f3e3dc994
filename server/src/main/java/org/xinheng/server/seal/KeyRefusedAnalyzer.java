package org.xinheng.server.seal;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence in both languages instead of a stack trace when the server cannot start. */
public final class KeyRefusedAnalyzer extends AbstractFailureAnalyzer<KeyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyRefused cause) {
        return new FailureAnalysis(
                cause.sentence(Locale.SIMPLIFIED_CHINESE) + "\n" + cause.sentence(Locale.ENGLISH), null, cause);
    }
}
