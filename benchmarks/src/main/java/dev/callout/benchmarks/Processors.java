package dev.callout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads from the kernel what the product's processes take of the machine: processor time and memory. */
record Processors(long jvm, long postmaster) {

    private static final long MICROS_PER_TICK = 10_000;

    /** Processor time since the beginning, in microseconds. */
    record Used(long jvmMicros, long postgresMicros) {

        Used since(Used before) {
            return new Used(jvmMicros - before.jvmMicros, postgresMicros - before.postgresMicros);
        }
    }

    static Processors of(Process jvm, Path dataFolder) throws IOException {
        var pidFile = dataFolder.resolve("postgres").resolve("postmaster.pid");
        return new Processors(
                jvm.pid(), Long.parseLong(Files.readAllLines(pidFile).get(0)));
    }

    Used used() throws IOException {
        var postgres = 0L;
        for (var pid : postgres().toList()) {
            postgres += micros(pid);
        }
        return new Used(micros(jvm), postgres);
    }

    /** Resident memory; what PostgreSQL's processes share is counted once. */
    String memory() throws IOException {
        var postgres = 0L;
        for (var pid : postgres().toList()) {
            postgres += kilobytes(pid, "smaps_rollup", "Pss");
        }
        return "JVM " + kilobytes(jvm, "status", "VmRSS") / 1024 + " MB, PostgreSQL " + postgres / 1024 + " MB";
    }

    private Stream<Long> postgres() {
        var processes = ProcessHandle.of(postmaster).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
        return processes.map(ProcessHandle::pid);
    }

    /** User and system time of a process and of its children that have ended. */
    private static long micros(long pid) throws IOException {
        var stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0; // ended just now, and counts among its parent's
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (var field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MICROS_PER_TICK;
    }

    private static long kilobytes(long pid, String file, String field) throws IOException {
        return read(pid, file)
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Nothing, if the process has ended. */
    private static String read(long pid, String file) throws IOException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return "";
            }
            throw e;
        }
    }
}
