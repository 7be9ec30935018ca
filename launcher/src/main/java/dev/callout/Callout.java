package dev.callout;

import dev.callout.launcher.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole product in one JVM; the first word on the command line says what to do with it. */
@SpringBootApplication
public class Callout {

    public static void main(String[] args) {
        System.exit(new CommandLine(System.getenv(), System.out, System.err).run(args));
    }
}
