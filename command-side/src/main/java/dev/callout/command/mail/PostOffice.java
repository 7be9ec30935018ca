package dev.callout.command.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes mail out of the house. */
interface PostOffice {

    void deliver(String mailId, MimeMessage message) throws MessagingException, IOException;
}
