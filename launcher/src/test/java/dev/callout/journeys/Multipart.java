package dev.callout.journeys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the body of a form with a file, as browsers write it. */
public final class Multipart {

    public static final String BOUNDARY = "callout-test-boundary";

    private Multipart() {}

    public static byte[] of(String fileName, String type, byte[] content, boolean internal) {
        var body = new ByteArrayOutputStream();
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"internal\"\r\n\r\n" + internal);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** A form of many small files. */
    static byte[] many(int files) {
        var body = new ByteArrayOutputStream();
        for (var file = 0; file < files; file++) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                            + ".txt\"\r\nContent-Type: text/plain\r\n\r\nHello\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
