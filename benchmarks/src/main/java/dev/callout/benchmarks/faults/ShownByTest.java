package dev.callout.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A fault that a test of the house lets happen: from inside, where that is the only place to do it.
 *
 * @param module where the test class is, by its simple name
 */
record ShownByTest(String id, String claim, String module, String testClass) implements Scenario {

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    @Override
    public int times() {
        return 1;
    }

    @Override
    public String happen(Place place, int times, Consumer<String> progress) throws Exception {
        var tests = 0;
        for (var time = 1; time <= times; time++) {
            progress.accept("%d of %d, running %s".formatted(time, times, testClass));
            tests += run(place.checkout());
        }
        return tests + " tests of `" + testClass + "` passed";
    }

    private int run(Path checkout) throws Exception {
        var log = Files.createTempFile("callout-" + testClass + "-", ".log");
        var passed = maven(checkout, log) == 0;
        if (!passed) {
            throw new BrokenPromise(testClass + " failed; all it said is in " + log);
        }
        Files.delete(log);
        return tests(checkout);
    }

    private int maven(Path checkout, Path log) throws IOException, InterruptedException {
        var maven = new ProcessBuilder(command(checkout))
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy)); // nothing goes on when we are stopped
        return maven.waitFor();
    }

    private List<String> command(Path checkout) {
        var command = new ArrayList<>(List.of(
                checkout.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-pl",
                module,
                "-am",
                "-Dspotless.check.skip=true",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false"));
        command.addAll(
                isSlow()
                        ? List.of("-Dtest=NoUnitTest", "-Dit.test=" + testClass, "verify")
                        : List.of("-Dtest=" + testClass, "test"));
        return command;
    }

    private boolean isSlow() {
        return testClass.endsWith("IT");
    }

    /** None at all would pass, too. */
    private int tests(Path checkout) throws IOException, BrokenPromise {
        var reports =
                checkout.resolve(module).resolve("target").resolve(isSlow() ? "failsafe-reports" : "surefire-reports");
        try (var files = Files.list(reports)) {
            var tests = 0;
            for (var file : files.filter(this::isReport).toList()) {
                tests += number("tests", Files.readString(file)) - number("skipped", Files.readString(file));
            }
            if (tests == 0) {
                throw new BrokenPromise("no test of " + testClass + " was run");
            }
            return tests;
        }
    }

    private boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-(.*\\.)?" + testClass + "(\\$.*)?\\.xml");
    }

    private static int number(String attribute, String report) {
        var suite = SUITE.matcher(report);
        var value = Pattern.compile(" " + attribute + "=\"(\\d+)\"").matcher(suite.find() ? suite.group() : "");
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }
}
