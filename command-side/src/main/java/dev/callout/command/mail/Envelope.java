package dev.callout.command.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Makes the message that goes over the wire. Its id is ours: sent twice, it can be told to be one. */
final class Envelope extends MimeMessage {

    private final String messageId;

    Envelope(String messageId, Instant writtenAt, String from, String recipient, MailText text)
            throws MessagingException {
        super(Session.getInstance(new Properties()));
        this.messageId = messageId;
        setFrom(new InternetAddress(from, true));
        setRecipient(RecipientType.TO, new InternetAddress(recipient, true)); // strict: one address, no names
        setSubject(text.subject(), UTF_8.name());
        setSentDate(Date.from(writtenAt));
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", part(text.plain(), "plain"), part(text.html(), "html")));
        saveChanges();
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), kind);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
