package dev.callout.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    @Test
    void names_the_file_and_what_is_wrong() {
        assertThat(FileTrouble.in(new NoSuchFileException("/backups/new.zip")))
                .contains("There is no such file or folder: /backups/new.zip.");
        assertThat(FileTrouble.in(new UncheckedIOException(new AccessDeniedException("/root/x"))))
                .contains("This account may not read or write: /root/x.");
        assertThat(FileTrouble.in(new FileSystemException("/srv/x", null, "Read-only file system")))
                .contains("This file or folder cannot be used: /srv/x (Read-only file system).");
    }

    @Test
    void says_that_a_disk_is_full_wherever_it_was_noticed() {
        assertThat(FileTrouble.in(new IllegalStateException(new IOException("No space left on device"))))
                .contains("The disk is full. Make room and try again.");
        assertThat(FileTrouble.in(new FileSystemException("/srv/x", null, "No space left on device")))
                .contains("The disk is full: /srv/x. Make room and try again.");
    }

    @Test
    void leaves_everything_else_alone() {
        assertThat(FileTrouble.in(new IllegalStateException("No space for opinions")))
                .isEmpty();
        assertThat(FileTrouble.in(new IOException("Connection reset"))).isEmpty();
    }
}
