package dev.callout.command.mail;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mail to an SMTP server. */
class SmtpPostOffice implements PostOffice {

    private static final String PATIENCE_MILLIS = "10000";

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    SmtpPostOffice(MailSettings settings) {
        server.setHost(settings.smtpHost());
        server.setPort(settings.smtpPort());
        server.setUsername(settings.smtpUser());
        server.setPassword(settings.smtpPassword());
        var properties = server.getJavaMailProperties();
        properties.put("mail.smtp.auth", settings.smtpUser() != null);
        properties.put("mail.smtp.starttls.enable", settings.smtpTls());
        properties.put("mail.smtp.starttls.required", settings.smtpTls());
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, PATIENCE_MILLIS);
        }
    }

    @Override
    public void deliver(String mailId, MimeMessage message) {
        server.send(message);
    }
}
