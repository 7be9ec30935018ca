package dev.callout.command.usage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one may use of what others need, too.
 *
 * @param storagePerTicket bytes of all files of one ticket
 * @param storagePerPerson bytes of all files that one person has attached
 * @param storagePerCompany bytes of all files of one customer's tickets
 * @param accountsPerCompany how many accounts one customer may have
 * @param invitationsPerAddressAndHour how often one mail address may be invited within an hour
 * @param mailsPerAddressAndHour how many mails one address may get within an hour
 */
@ConfigurationProperties("callout.limits")
public record UsageLimits(
        @DefaultValue("536870912") long storagePerTicket,
        @DefaultValue("2147483648") long storagePerPerson,
        @DefaultValue("21474836480") long storagePerCompany,
        @DefaultValue("500") int accountsPerCompany,
        @DefaultValue("5") int invitationsPerAddressAndHour,
        @DefaultValue("100") int mailsPerAddressAndHour) {}
