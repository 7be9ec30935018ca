package dev.callout.command.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Puts mail into a folder, one file each, where only the operator may look; any mail program opens them. */
class FolderPostOffice implements PostOffice {

    private final Path folder;

    FolderPostOffice(Path folder) {
        this.folder = folder;
    }

    @Override
    public void deliver(String mailId, MimeMessage message) throws MessagingException, IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(folder, mailId, ".new"); // for its owner alone, as temporary files are
        try (var file = Files.newOutputStream(draft)) {
            message.writeTo(file);
        }
        Files.move(
                draft,
                folder.resolve(mailId + ".eml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
