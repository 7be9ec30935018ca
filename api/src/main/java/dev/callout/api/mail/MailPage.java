package dev.callout.api.mail;

import java.util.List;

/** One page of mails. */
public record MailPage(List<MailLine> items, String next, Long total) {}
