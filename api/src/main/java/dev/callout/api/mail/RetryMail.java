package dev.callout.api.mail;

import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;

/** Try again to send a mail that was given up, or waits for its next try. */
@AllowedTo({MANAGER, SYSTEM})
public record RetryMail(String mailId) {}
