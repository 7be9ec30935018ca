package dev.callout.launcher.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a file, a folder or the disk under it, in one line for the person at the keyboard. */
final class FileTrouble {

    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    private FileTrouble() {}

    /** Empty when it is no file's fault. */
    static Optional<String> in(Throwable failure) {
        for (var link = failure; link != null; link = link.getCause()) {
            if (link instanceof IOException
                    && FULL.matcher(String.valueOf(link.getMessage())).find()) {
                return Optional.of("The disk is full" + fileOf(link) + ". Make room and try again.");
            }
            if (link instanceof NoSuchFileException) {
                return Optional.of("There is no such file or folder" + fileOf(link) + ".");
            }
            if (link instanceof AccessDeniedException) {
                return Optional.of("This account may not read or write" + fileOf(link) + ".");
            }
            if (link instanceof FileSystemException other) {
                return Optional.of("This file or folder cannot be used" + fileOf(other)
                        + (other.getReason() == null ? "." : " (" + other.getReason() + ")."));
            }
        }
        return Optional.empty();
    }

    private static String fileOf(Throwable trouble) {
        return trouble instanceof FileSystemException named && named.getFile() != null ? ": " + named.getFile() : "";
    }
}
