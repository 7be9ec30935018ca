package dev.callout.command.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves: by the SMTP server named, or without one as files into a folder that can be looked at.
 *
 * @param smtpPasswordFile where the password is read from instead, as containers keep it
 * @param retryAfter how long to wait after each failed try; after the last one the mail is given up
 */
@ConfigurationProperties("callout.mail")
record MailSettings(
        String smtpHost,
        @DefaultValue("587") int smtpPort,
        String smtpUser,
        String smtpPassword,
        @DefaultValue("true") boolean smtpTls,
        @DefaultValue("callout@localhost") String from,
        Path folder,

        @DefaultValue({"10s", "1m", "5m", "30m", "2h", "6h"})
        List<Duration> retryAfter,

        Path smtpPasswordFile) {

    /** How long to wait after so many failed tries; empty when it is time to give up. */
    Optional<Duration> waitAfter(int failures) {
        return failures <= retryAfter.size() ? Optional.of(retryAfter.get(failures - 1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "MailSettings[" + smtpHost + "]"; // not the password
    }
}
