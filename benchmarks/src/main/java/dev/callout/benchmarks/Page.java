package dev.callout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as people read them. */
final class Page {

    private static final String BEGIN = "<!-- figures: begin -->";
    private static final String END = "<!-- figures: end -->";

    private final Results results;

    Page(Results results) {
        this.results = results;
    }

    String markdown() {
        return facts() + "\n" + figures() + (results.rebuilds().isEmpty() ? "" : "\n" + rebuilds());
    }

    /** Replaces what stands between the two marks of a page. */
    void writeInto(Path file) throws IOException {
        var page = Files.readString(file);
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no place for figures: " + BEGIN + " and " + END);
        }
        Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + markdown() + page.substring(end));
    }

    private String facts() {
        return results.facts().entrySet().stream()
                .map(fact -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String figures() {
        return """
                | What | Clients | per second | of the floor | p50 ms | p95 ms | p99 ms | JVM µs each | PostgreSQL µs each |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """ + results.middleOfRounds().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Figure figure) {
        return text(
                "| %s | %d | %,.0f | %s | %.2f | %.2f | %.2f | %s | %s |%n",
                figure.what(),
                figure.clients(),
                figure.perSecond(),
                results.ofTheFloor(figure).map(share -> text("%.2f", share)).orElse(""),
                figure.p50(),
                figure.p95(),
                figure.p99(),
                figure.work() == null ? "" : figure.work().jvm(),
                figure.work() == null ? "" : figure.work().postgres());
    }

    private String rebuilds() {
        return """
                | View computed anew | events | seconds | events per second |
                | --- | ---: | ---: | ---: |
                """
                + results.rebuilds().stream().map(Page::row).collect(Collectors.joining())
                + row(Views.Rebuild.oneAfterTheOther(results.rebuilds()));
    }

    private static String row(Views.Rebuild rebuild) {
        return text(
                "| %s | %,d | %.1f | %,d |%n",
                rebuild.projection(), rebuild.events(), rebuild.seconds(), rebuild.perSecond());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
