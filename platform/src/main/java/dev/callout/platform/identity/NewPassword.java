package dev.callout.platform.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords that are shown once and typed by hand. */
public final class NewPassword {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // no 0 O 1 l I
    private static final int LENGTH = 20;

    private NewPassword() {}

    public static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
