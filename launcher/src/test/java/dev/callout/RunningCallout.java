package dev.callout;

import dev.callout.launcher.server.Mode;
import dev.callout.launcher.server.Server;
import dev.callout.launcher.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The whole product with its demo company, started once for all tests of one JVM. A test class says
 * {@code @ExtendWith(RunningCallout.class)} and takes a {@code RunningCallout} as parameter. Its data may be lost in a
 * crash, which makes it faster; tests of crashes start a process of their own.
 */
public final class RunningCallout implements BeforeAllCallback, ParameterResolver {

    /** The password of every demo account. */
    public static final String PASSWORD = "callout-demo";

    private Started started;

    public URI url() {
        return started.server.address();
    }

    public URI url(String path) {
        return url().resolve(path);
    }

    public Path dataFolder() {
        return started.folder;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningCallout.class))
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningCallout.class;
    }

    @Override
    public RunningCallout resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    /** JUnit closes it after the last test of the JVM. */
    private record Started(Server server, Path folder) implements AutoCloseable {

        static Started now() {
            try {
                var folder = Files.createTempDirectory("callout-test-");
                var settings = Settings.from(Map.of(
                        "CALLOUT_DATA",
                        folder.toString(),
                        "CALLOUT_PORT",
                        "0",
                        "CALLOUT_DATABASE_ALLOW_UNSAFE",
                        "true"));
                return new Started(Server.start(settings, Mode.DEMO), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
