package dev.callout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How tests start the jar that people run: unpacked, and with what the JVM remembers of its classes from one start before
 * all others. Most of what such a test costs is the start.
 */
final class QuickStart {

    private static final List<String> PLAIN = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xlog:cds*=off");

    private static List<String> command;

    private QuickStart() {}

    static synchronized List<String> command() throws IOException {
        if (command == null) {
            try {
                command = prepare();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        return command;
    }

    private static List<String> prepare() throws Exception {
        var folder = Files.createTempDirectory("callout-test-app-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        var packed = System.getProperty("callout.jar", "target/callout-app.jar");
        done(with(PLAIN, "-Djarmode=tools", "-jar", packed, "extract", "--destination", folder + "/app"), folder);
        var jar = folder.resolve("app/" + Path.of(packed).getFileName()).toString();
        var classes = folder.resolve("classes.jsa").toString();
        var writingThemDown = with(PLAIN, "-XX:ArchiveClassesAtExit=" + classes, "-jar", jar);
        try (var once = CalloutProcess.start(writingThemDown, folder.resolve("data"), Map.of())) {
            once.awaitReady();
            once.terminate();
        }
        return with(PLAIN, "-XX:SharedArchiveFile=" + classes, "-jar", jar);
    }

    private static void done(List<String> command, Path folder) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile())
                .start();
        assertThat(process.onExit().join().exitValue())
                .as(Files.readString(folder.resolve("console")))
                .isZero();
    }

    private static List<String> with(List<String> command, String... words) {
        return Stream.concat(command.stream(), Stream.of(words)).toList();
    }
}
