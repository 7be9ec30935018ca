package dev.callout.command.ticket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    private final MediaTypes types = new MediaTypes();

    @ParameterizedTest
    @CsvSource({
        "recording.webm, 1A45DFA3934282847765626D, video/webm",
        "recording.mkv, 1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61, video/x-matroska",
        "trace.7z, 377ABCAF271C0004, application/x-7z-compressed",
        "System.evtx, 456C6646696C6500, application/octet-stream"
    })
    void recordings_archives_and_logs_of_windows(String name, String bytes, String type) throws IOException {
        assertThat(of(name, HexFormat.of().parseHex(bytes))).isEqualTo(type);
        assertThat(MediaTypes.handedOutAs(type)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1251", "Shift_JIS", "IBM037", "UTF-32BE"})
    void texts_in_any_encoding(String encoding) throws IOException {
        var text = "Printer: \u041f\u0440\u0438\u043d\u0442\u0435\u0440 jammed\r\n".repeat(20);
        var type = of("printer.txt", text.getBytes(Charset.forName(encoding)));
        assertThat(MediaTypes.handedOutAs(type)).isEqualTo("text/plain");
        assertThat(of("printer.log", text.getBytes(Charset.forName(encoding)))).startsWith("text/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter.rtf | {\\rtf1\\ansi Hello} | application/rtf | application/rtf",
                "config.xml | <?xml version='1.0'?><printer/> | application/xml | application/octet-stream",
                "photo.png | <!DOCTYPE html><html><script>alert(1)</script></html> | text/html | application/octet-stream",
                "photo.png | <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/> | image/svg+xml | application/octet-stream",
                "x.svg | plain text | image/svg+xml | application/octet-stream",
                "x.html | plain text | text/html | application/octet-stream",
                "run.txt | #!/bin/sh | application/x-sh | application/octet-stream",
                "table.csv | a;b | text/csv | text/csv",
                "log.png | the printer said no | text/plain | text/plain"
            })
    void what_is_active_is_handed_out_as_bytes_that_nobody_knows(
            String name, String content, String type, String handedOutAs) throws IOException {
        assertThat(of(name, content.getBytes(UTF_8))).isEqualTo(type);
        assertThat(MediaTypes.handedOutAs(type)).isEqualTo(handedOutAs);
    }

    @Test
    void a_name_makes_no_picture_of_bytes_that_are_none() throws IOException {
        assertThat(of("x.png", HexFormat.of().parseHex("00FF00FF8181"))).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(MediaTypes.handedOutAs(of("x.png", "MZ\u0090\0\u0003".getBytes(ISO_8859_1))))
                .isEqualTo(MediaTypes.UNKNOWN);
    }

    private String of(String name, byte[] bytes) throws IOException {
        return types.of(new ByteArrayInputStream(bytes), name);
    }
}
