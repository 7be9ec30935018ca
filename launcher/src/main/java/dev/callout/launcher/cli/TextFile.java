package dev.callout.launcher.cli;

import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that somebody names, or says what is wrong with it. */
final class TextFile {

    private TextFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CannotRun("There is no file " + file + ".", e);
        } catch (CharacterCodingException e) {
            throw new CannotRun(file + " is no text.", e);
        } catch (IOException e) {
            throw new CannotRun((Files.isDirectory(file) ? file + " is a folder." : file + " cannot be read."), e);
        }
    }
}
