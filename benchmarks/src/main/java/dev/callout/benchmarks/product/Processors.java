package dev.callout.benchmarks.product;

import com.sun.management.OperatingSystemMXBean;
import dev.callout.benchmarks.load.Work;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads from the kernel what the product's processes take of the machine: processor time and memory. */
public record Processors(long jvm, long postmaster) {

    private static final long MICROS_PER_TICK = 10_000;

    /** Processor time since the beginning, that of the load client included. */
    public Work used() throws IOException {
        var postgres = 0L;
        for (var pid : postgres().toList()) {
            postgres += micros(pid);
        }
        var client =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return new Work(client / 1_000, micros(jvm), postgres);
    }

    public Memory memory() throws IOException {
        var postgres = 0L;
        for (var pid : postgres().toList()) {
            postgres += kilobytes(pid, "smaps_rollup", "Pss");
        }
        return new Memory(kilobytes(jvm, "status", "VmRSS") / 1024, postgres / 1024);
    }

    private Stream<Long> postgres() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
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
