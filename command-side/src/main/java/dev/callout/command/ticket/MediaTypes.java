package dev.callout.command.ticket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.Tika;

/** What sort of file something is, whatever its sender says, and as what it is handed out. */
final class MediaTypes {

    static final String UNKNOWN = "application/octet-stream";

    /** What nothing runs when it is opened. Whatever is not here is handed out as bytes that nobody knows. */
    private static final Set<String> PASSIVE = Set.of(
            "text/plain",
            "text/csv",
            "text/x-log",
            "application/pdf",
            "application/rtf",
            "application/json",
            "application/zip",
            "application/gzip",
            "application/x-7z-compressed",
            "application/x-matroska",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "message/rfc822");

    private final Tika tika = new Tika();

    /** By its bytes; the name may only tell a sheet from an archive, or a text in an encoding that bytes don't show. */
    String of(InputStream bytes, String name) throws IOException {
        var content = new BufferedInputStream(bytes);
        var type = tika.detect(content);
        var named = tika.detect(content, name);
        return type.equals(UNKNOWN) && !named.startsWith("text/") ? UNKNOWN : named;
    }

    /** Never anything that a browser or a shell would run. */
    static String handedOutAs(String type) {
        var isMedia = type.startsWith("image/") && !type.startsWith("image/svg")
                || type.startsWith("video/")
                || type.startsWith("audio/");
        return isMedia || PASSIVE.contains(type) ? type : UNKNOWN;
    }
}
