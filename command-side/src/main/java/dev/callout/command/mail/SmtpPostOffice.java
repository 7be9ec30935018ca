package dev.callout.command.mail;

import dev.callout.platform.WillNotStart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mail to an SMTP server. */
class SmtpPostOffice implements PostOffice {

    private static final String PATIENCE_MILLIS = "10000";

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();

    SmtpPostOffice(MailSettings settings) {
        server.setHost(settings.smtpHost());
        server.setPort(settings.smtpPort());
        var signsIn = settings.smtpUser() != null && !settings.smtpUser().isBlank();
        if (signsIn) {
            server.setUsername(settings.smtpUser());
            server.setPassword(password(settings));
        }
        var properties = server.getJavaMailProperties();
        properties.put("mail.smtp.auth", signsIn);
        properties.put("mail.smtp.starttls.enable", settings.smtpTls());
        properties.put("mail.smtp.starttls.required", settings.smtpTls());
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, PATIENCE_MILLIS);
        }
    }

    private static String password(MailSettings settings) {
        var file = settings.smtpPasswordFile();
        try {
            return file == null
                    ? settings.smtpPassword()
                    : Files.readString(file).strip();
        } catch (IOException e) {
            throw new WillNotStart("The file " + file + " of CALLOUT_MAIL_SMTP_PASSWORD_FILE cannot be read.");
        }
    }

    @Override
    public void deliver(String mailId, MimeMessage message) {
        server.send(message);
    }
}
