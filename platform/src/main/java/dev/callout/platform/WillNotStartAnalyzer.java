package dev.callout.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the sentence stand alone, without the stack trace of a crash. */
class WillNotStartAnalyzer extends AbstractFailureAnalyzer<WillNotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WillNotStart cause) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
    }
}
