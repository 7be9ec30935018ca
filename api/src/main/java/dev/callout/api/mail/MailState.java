package dev.callout.api.mail;

/** How far a mail has come. */
public enum MailState {
    WAITING,
    SENT,
    FAILED
}
