package dev.callout.command.mail;

/** What a mail says: as plain text for every reader, and as HTML for those who like it. */
record MailText(String subject, String plain, String html) {}
