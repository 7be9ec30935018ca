package dev.callout.web.ticket;

import dev.callout.api.ticket.CancelReason;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer reads beside the status of a ticket. */
final class CustomerWords {

    private CustomerWords() {}

    /** What is waited for and why, or why the ticket was cancelled or closed; empty where there is nothing to add. */
    static String more(String subLine, String waitingReason, CancelReason cancelReason, String closingNote) {
        var cause = cancelReason == null ? null : cancelReason.name().toLowerCase(Locale.ROOT);
        return Stream.of(subLine, cause, waitingReason, closingNote)
                .filter(Objects::nonNull)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(": "));
    }
}
