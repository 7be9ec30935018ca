package dev.callout.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Measures the whole product, from the outside, beside what its PostgreSQL could do at best. */
public final class Benchmarks {

    private static final String RAISE_AND_LOOK = "raise while somebody looks";

    private final Options options;
    private final Path dataFolder;
    private final Results results = new Results();
    private Processors processors;

    private Benchmarks(Options options) throws IOException {
        this.options = options;
        this.dataFolder = options.dataFolder() != null
                ? options.dataFolder()
                : Files.createTempDirectory("callout-benchmark-").resolve("data");
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        new Benchmarks(Options.from(arguments)).run(String.join(" ", arguments));
    }

    private void run(String arguments) throws Exception {
        results.fact("Command", "`benchmarks/run" + (arguments.isEmpty() ? "" : " " + arguments) + "`");
        results.fact("Commit", Machine.commit(options.checkout()));
        results.fact("Machine", Machine.describe());
        results.fact("When", Instant.now().toString());
        results.fact("Load of the machine before", Machine.load());
        say("Data in " + dataFolder);
        try (var product = Product.start(options.checkout(), dataFolder, options.javaOptions())) {
            processors = product.processors();
            var store = product.store();
            store.prepare();
            var desk = new Desk(product.address());
            var views = new Views(desk);
            warmUp(desk);
            if (options.measure("commands")) {
                commands(desk, views, store);
            }
            if (options.measure("lag")) {
                lag(desk, views);
            }
            if (options.measure("reads") || options.measure("rebuild")) {
                fill(desk, views);
            }
            if (options.measure("reads")) {
                reads(desk);
            }
            results.fact("Events", store.events());
            results.fact("Memory under load", processors.memory());
            if (options.measure("rebuild")) {
                results.add(views.rebuildAll(store.events(), name -> say("Rebuilding " + name)));
            }
            store.tidy();
        }
        if (options.measure("start")) {
            startAgain();
        }
        publish();
        if (options.dataFolder() == null) {
            Folders.delete(dataFolder.getParent());
        }
    }

    private void warmUp(Desk desk) throws Exception {
        say("Warming up");
        var quarter = options.warmUp().dividedBy(5);
        Load.full(8, quarter.multipliedBy(2)).run("warm-up", desk::raise);
        Load.full(8, quarter).run("warm-up", desk::comment);
        Load.full(8, quarter).run("warm-up", desk::step);
        Load.full(8, quarter.dividedBy(2)).run("warm-up", desk::readOne);
        Load.full(8, quarter.dividedBy(2)).run("warm-up", desk::readBoard);
    }

    /** The floor and the commands take turns, so that other work on the machine meets both. */
    private void commands(Desk desk, Views views, Store store) throws Exception {
        for (var round = 1; round <= options.rounds(); round++) {
            for (var clients : options.clients()) {
                measure(clients, Results.FLOOR, store::insert, () -> {});
                measure(clients, Results.RAISE, desk::raise, views::settle);
                measure(clients, Results.COMMENT, desk::comment, views::settle);
                measure(clients, Results.STEP, desk::step, views::settle);
            }
        }
    }

    /** How far views are behind, and how long commands take, at the speed found and at half of it. */
    private void lag(Desk desk, Views views) throws Exception {
        var whole = add(Load.full(8, options.time()).run(RAISE_AND_LOOK, desk::raise))
                .perSecond();
        views.settle();
        for (var path : List.of(Views.TICKET, Views.BOARD)) {
            var view = path.equals(Views.BOARD) ? "the board" : "its details";
            try (var lag = Lag.watching(desk, path)) {
                add(Load.full(8, options.time()).run(RAISE_AND_LOOK, desk::raise));
                add(lag.figure("see it in " + view));
            }
            views.settle();
            try (var lag = Lag.watching(desk, path)) {
                add(new Load(8, options.time(), whole / 2).run(RAISE_AND_LOOK + ", half as fast", desk::raise));
                add(lag.figure("see it in " + view + ", half as fast"));
            }
            views.settle();
        }
    }

    private void fill(Desk desk, Views views) throws Exception {
        while (desk.size() < options.tickets()) {
            say("Filling up: " + desk.size() + " of " + options.tickets() + " tickets");
            Load.full(16, Duration.ofSeconds(10)).run("fill", desk::raise);
        }
        views.settle();
        results.fact("Tickets", desk.size());
    }

    private void reads(Desk desk) throws Exception {
        for (var round = 1; round <= options.rounds(); round++) {
            for (var clients : options.clients()) {
                measure(clients, "read one ticket", desk::readOne, () -> {});
                measure(clients, "read a board page of 50", desk::readBoard, () -> {});
            }
        }
    }

    private void startAgain() throws Exception {
        say("Starting again on these data");
        Tokens.forget();
        try (var product = Product.start(options.checkout(), dataFolder, options.javaOptions())) {
            results.fact(
                    "Start on these data", Figure.rounded(product.startTime().toMillis() / 1e3, 1) + " s");
            results.fact("Memory after the start", product.processors().memory());
        }
    }

    /** What follows a command, in views that are behind, belongs to its cost but not to its time. */
    private void measure(int clients, String what, Task.Maker maker, Aftermath aftermath) throws Exception {
        var before = processors.used();
        var figure = Load.full(clients, options.time()).run(what, maker);
        aftermath.await();
        add(figure.with(processors.used().since(before)));
    }

    private interface Aftermath {

        void await() throws IOException;
    }

    private Figure add(Figure figure) {
        results.add(figure);
        say(figure.toString());
        return figure;
    }

    private void publish() throws IOException {
        var folder = Files.createDirectories(options.checkout().resolve("benchmarks/target"));
        Files.write(
                folder.resolve("figures.json"),
                Caller.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(results.asMap()));
        var page = new Page(results);
        System.out.println("\n" + page.markdown());
        if (options.report() != null) {
            page.writeInto(options.report());
        }
    }

    private static void say(String words) {
        System.out.printf("%tT  load %4.1f  %s%n", System.currentTimeMillis(), Machine.load(), words);
    }
}
