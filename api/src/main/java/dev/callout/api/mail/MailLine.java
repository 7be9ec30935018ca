package dev.callout.api.mail;

import java.time.Instant;

/** One mail in the log of what left or is to leave; what it says is not in it. */
public record MailLine(
        String mailId,
        String template,
        String recipient,
        String subject,
        MailState state,
        int attempts,
        Instant writtenAt,
        Instant nextAt,
        Instant sentAt,
        String lastError) {}
