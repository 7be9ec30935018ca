package dev.callout.benchmarks.stage;

import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.desk.Stories;
import dev.callout.benchmarks.desk.Witness;
import dev.callout.benchmarks.product.Folders;
import dev.callout.benchmarks.product.Processors;
import dev.callout.benchmarks.product.Product;
import dev.callout.benchmarks.product.Views;
import dev.callout.benchmarks.store.Acknowledged;
import dev.callout.benchmarks.store.Copies;
import dev.callout.benchmarks.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A running product on a folder of its own, with people at its desk, its store in view and a witness of what it promised. */
public final class Stage implements AutoCloseable {

    private static final int STORIES = 25;

    private final Product.Recipe recipe;
    private final Path folder;
    private final Witness witness;
    private Product product;
    private Store store;
    private Desk desk;
    private Views views;

    public Stage(Product.Recipe recipe) throws Exception {
        this.recipe = recipe;
        folder = Files.createTempDirectory("callout-bench-");
        witness = Witness.in(folder);
        try {
            start();
            store.prepare();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** Starts the product on whatever is there, and says how many seconds that took. */
    public double start() throws Exception {
        product = recipe.start(data());
        store = product.store();
        desk = new Desk(product.address(), witness);
        views = new Views(desk);
        return product.startTime().toMillis() / 1e3;
    }

    public Store store() {
        return store;
    }

    public Desk desk() {
        return desk;
    }

    public Views views() {
        return views;
    }

    public Processors processors() throws IOException {
        return product.processors();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Some tickets that the product has written, which can be copied. */
    public List<String> writeStories(Progress progress) throws Exception {
        progress.step("writing some tickets", Expected.STORIES);
        return writeStories();
    }

    public List<String> writeStories() throws Exception {
        var stories = new Stories(desk).write(STORIES);
        views.settle();
        return stories;
    }

    public void copy(List<String> stories, long count, Progress progress) throws Exception {
        if (count > 0) {
            progress.step("copying them to %,d more".formatted(count), Expected.copying(count));
            new Copies(store, stories).make(count, made -> progress.detail("%,d".formatted(made)));
        }
    }

    public void settle(long newTickets, Progress progress) throws Exception {
        progress.step("waiting for the views", Expected.catchingUp(newTickets));
        views.settle(left -> progress.detail("%,d events left".formatted(left)));
        var seen = store.ticketsOnTheBoard();
        if (seen != store.tickets()) {
            throw new IOException("The board shows " + seen + " of " + store.tickets() + " tickets.");
        }
        store.analyze();
    }

    /** How long the views take from now until all that was told is in them. */
    public double secondsToSettle() throws Exception {
        var begin = System.nanoTime();
        views.settle();
        return (System.nanoTime() - begin) / 1e9;
    }

    public long acknowledged() {
        return witness.acknowledged();
    }

    /** Compares what was acknowledged with what is stored. */
    public void check() throws Exception {
        var acknowledged = Acknowledged.compare(witness.file(), store);
        if (!acknowledged.isKept()) {
            throw new LostCommands(acknowledged);
        }
    }

    /** Stops the product, starts it on its data once more, and says how many seconds that took. */
    public double startAgain() throws Exception {
        store.tidy();
        product.close();
        return start();
    }

    public Product product() {
        return product;
    }

    /** Ends the product as the kernel does when memory runs out. */
    public void kill() throws InterruptedException {
        product.kill();
    }

    /** Puts the product's log where it outlives the stage. */
    public Path keepLog() throws IOException {
        var log = data().resolve("logs").resolve("callout.log");
        return Files.copy(log, Files.createTempDirectory("callout-prove-").resolve("callout.log"));
    }

    @Override
    public void close() throws IOException {
        if (product != null) {
            product.close();
        }
        witness.close();
        Folders.delete(folder);
    }
}
