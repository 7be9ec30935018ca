package dev.callout.command.ticket;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the company has settled about its tickets.
 *
 * @param categories the words to classify problems by
 * @param reopenWithin how long after closing the same problem reopens the same ticket
 * @param closeAfter how long a resolved ticket waits for the customer's word before it closes by itself
 * @param archiveAfter how long a closed ticket stays in the daily lists
 * @param attachmentLimit the largest file, in bytes
 * @param messageLimit how many comments and notes one ticket may have
 * @param fileLimit how many files one ticket may have
 * @param characterLimit how many characters all messages of one ticket may have together
 */
@ConfigurationProperties("callout.ticket")
public record TicketCatalog(
        @DefaultValue({"HARDWARE", "SOFTWARE", "NETWORK", "OTHER"})
        List<String> categories,

        @DefaultValue("P14D") Duration reopenWithin,
        @DefaultValue("P7D") Duration closeAfter,
        @DefaultValue("P90D") Duration archiveAfter,
        @DefaultValue("20971520") long attachmentLimit,
        @DefaultValue("2000") int messageLimit,
        @DefaultValue("200") int fileLimit,
        @DefaultValue("4000000") long characterLimit) {}
