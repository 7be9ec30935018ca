package dev.callout.benchmarks.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The PostgreSQL on a folder, as a process that can be killed and an operator who stops and starts it. */
public record Postgres(Path cluster) {

    /** Its main process; another one after each start. */
    public long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0));
    }

    /** SIGKILL for all of its processes at once, so that none can put anything in order. */
    public void killAll() throws IOException, InterruptedException {
        var kill = new ArrayList<>(List.of("kill", "-9"));
        ProcessHandle.of(postmaster()).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .forEach(handle -> kill.add(Long.toString(handle.pid())));
        run(kill); // its exit code says nothing: a session may have ended in between
    }

    /** @param mode how hard: fast ends sessions, immediate leaves the rest to the write-ahead log */
    public void restart(String mode) throws IOException, InterruptedException {
        var program = Path.of(
                        Files.readString(cluster.resolve("postmaster.opts")).split(" ")[0])
                .resolveSibling("pg_ctl");
        var command = new ArrayList<String>();
        if (Integer.valueOf(0).equals(Files.getAttribute(program, "unix:uid"))) {
            command.addAll(List.of("unshare", "--user")); // it refuses root
        }
        command.addAll(List.of(program.toString(), "restart", "-w", "-m", mode, "-D", cluster.toString()));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException(String.join(" ", command) + " takes too long");
        }
    }
}
