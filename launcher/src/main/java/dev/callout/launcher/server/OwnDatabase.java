package dev.callout.launcher.server;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.Product;
import dev.callout.launcher.database.DataVersion;
import dev.callout.launcher.database.Database;
import dev.callout.launcher.database.EmbeddedDatabase;
import dev.callout.launcher.database.ExistingDatabase;
import java.io.IOException;

/** The database behind a data folder without the product on top of it, for work on the rows themselves. */
public final class OwnDatabase implements AutoCloseable {

    private final Settings settings;
    private final Shutdown shutdown = new Shutdown();
    private Database database;

    private OwnDatabase(Settings settings) {
        this.settings = settings;
    }

    /** To be read: beside the product that runs on it, or started for this. */
    public static OwnDatabase toRead(Settings settings) throws IOException {
        if (!Server.hasRunOn(settings) && settings.existingDatabase().isEmpty()) {
            throw new CannotRun("There is no Callout in " + settings.dataFolder() + ".");
        }
        var own = new OwnDatabase(settings);
        if (settings.existingDatabase().isEmpty() && Server.runningOn(settings).isPresent()) {
            own.database = own.embedded()
                    .running()
                    .orElseThrow(
                            () -> new CannotRun(
                                    "The Callout on " + settings.dataFolder()
                                            + " has no PostgreSQL of its own. Set CALLOUT_DB_URL, CALLOUT_DB_USER and CALLOUT_DB_PASSWORD as it has them."));
            return own.ofThisProductOrOlder();
        }
        return own.begun().ofThisProductOrOlder();
    }

    /** To be filled: nobody else may be at work on it. */
    public static OwnDatabase toFill(Settings settings) throws IOException {
        return new OwnDatabase(settings).begun();
    }

    private OwnDatabase begun() throws IOException {
        try {
            if (settings.existingDatabase().isPresent()) {
                database =
                        settings.existingDatabase().map(ExistingDatabase::reach).get();
            } else {
                shutdown.with(DataFolder.open(settings.dataFolder()));
                database = shutdown.with(embedded()).start();
            }
            return this;
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
    }

    private OwnDatabase ofThisProductOrOlder() {
        try {
            DataVersion.requireNotNewer(database, Product.version());
            return this;
        } catch (CannotRun newer) {
            close();
            throw newer;
        }
    }

    private EmbeddedDatabase embedded() throws IOException {
        return new EmbeddedDatabase(settings.dataFolder(), settings.cache(), settings.unsafeDatabase());
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
