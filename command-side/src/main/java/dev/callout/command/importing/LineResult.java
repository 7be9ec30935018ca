package dev.callout.command.importing;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one line.
 *
 * @param events how many events tell it, also if they were there before
 * @param importStep why no ordinary step led to the line's state, or null if ordinary steps did
 * @param code why it was refused, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
        String number, int position, Outcome outcome, int events, String importStep, String code, String reason) {

    enum Outcome {
        IMPORTED,
        KNOWN,
        REFUSED
    }

    static LineResult refused(ServiceNowLine line, String code, String reason) {
        return new LineResult(line.number(), line.position(), Outcome.REFUSED, 0, null, code, reason);
    }
}
