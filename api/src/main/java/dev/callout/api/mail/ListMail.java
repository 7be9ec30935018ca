package dev.callout.api.mail;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;

/** One page of the mails that left or are to leave, the latest first. */
@AllowedTo({MANAGER, SYSTEM})
public record ListMail(MailState state, int pageSize, String after, boolean count) {}
