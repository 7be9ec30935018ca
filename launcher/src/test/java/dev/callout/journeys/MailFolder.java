package dev.callout.journeys;

import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The mails that left the running product, as files in its folder. */
public final class MailFolder {

    /** One mail as its reader sees it. */
    public record Mail(String id, List<String> to, String subject, String plain, String html) {

        /** The token of the one link in it. */
        public String token() {
            var link = Pattern.compile("/set-password\\?token=(\\S+)").matcher(plain);
            if (!link.find()) {
                throw new AssertionError("No link in: " + plain);
            }
            return link.group(1);
        }
    }

    private final Path folder;

    public MailFolder(RunningCallout callout) {
        folder = callout.dataFolder().resolve("mail");
    }

    /** Everything that came to an address once there is so much. */
    public List<Mail> to(String address, int expected) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> to(address), mails -> mails.size() >= expected);
    }

    public Mail only(String address) {
        return to(address, 1).get(0);
    }

    public List<Mail> to(String address) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(MailFolder::read)
                    .filter(mail -> mail.to().contains(address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
            var parts = (Multipart) message.getContent();
            return new Mail(
                    message.getMessageID(),
                    List.of(message.getAllRecipients()).stream()
                            .map(Object::toString)
                            .toList(),
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
