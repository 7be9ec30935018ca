package dev.callout.launcher.database;

import dev.callout.launcher.CannotRun;
import dev.callout.launcher.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Our own PostgreSQL: a process beside this one with its files in the data folder, heard on loopback only and only with
 * the password made for it. It outlives neither us nor, after a crash of ours, our next start; we outlive a crash of it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String CLUSTER = "postgres";
    private static final String LOOPBACK = "127.0.0.1";

    private final Path cluster;
    private final Path passwordFile;
    private final Path ownPasswordFile;
    private final Path portFile;
    private final Path logFile;
    private final PostgresProgram programs;
    private final boolean unsafe;
    private Caretaker caretaker;
    private boolean closed;

    /** {@code unsafe} trades durability for speed: for tests whose data nobody will miss. */
    public EmbeddedDatabase(Path dataFolder, Path cache, boolean unsafe) throws IOException {
        this.cluster = dataFolder.resolve(CLUSTER);
        this.passwordFile = dataFolder.resolve("postgres.password");
        this.ownPasswordFile = dataFolder.resolve("callout.password");
        this.portFile = dataFolder.resolve("postgres.port");
        this.logFile = PrivateFiles.folder(dataFolder.resolve("logs")).resolve("postgres.log");
        this.programs = new PostgresProgram(PostgresBinaries.unpackedIn(cache));
        this.unsafe = unsafe;
    }

    public static boolean existsIn(Path dataFolder) {
        return Files.exists(dataFolder.resolve(CLUSTER));
    }

    public Database start() throws IOException {
        if (!Files.exists(cluster)) {
            create();
        }
        if (Orphan.runsOn(cluster)) {
            log.warn("The last run did not end well and left its database running; taking over from it");
            stop("fast", 60);
        }
        var port = port();
        startOn(port);
        var database = ownDatabase(port);
        lookAfter(port);
        return database;
    }

    private void startOn(int port) throws IOException {
        Orphan.forgetIfNumberWasReused(cluster);
        var started = programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-t",
                        "120",
                        "-D",
                        cluster.toString(),
                        "-l",
                        logFile.toString(),
                        "-o",
                        options(port)));
        if (!started.succeeded()) {
            throw new CannotRun("PostgreSQL did not start: " + complaint() + " (" + logFile + ")");
        }
    }

    private synchronized void lookAfter(int port) {
        if (closed) {
            return; // by a signal, while it was starting
        }
        caretaker = Caretaker.of(new Caretaker.InCare() {
            @Override
            public boolean runs() throws IOException {
                return Orphan.runsOn(cluster);
            }

            @Override
            public void startAgain() throws IOException {
                startOn(port); // where its users look for it
            }
        });
    }

    /** The one that a Callout runs on at this moment, if there is one. */
    public Optional<Database> running() throws IOException {
        return Orphan.runsOn(cluster)
                ? Optional.of(
                        ownDatabase(Integer.parseInt(Files.readString(portFile).strip()), ownPassword()))
                : Optional.empty();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (caretaker != null) {
            caretaker.close();
        }
        if (Orphan.runsOn(cluster) && !stop("fast", 10)) {
            stop("immediate", 5); // safe, too: the next start reads the write-ahead log
        }
    }

    private void create() throws IOException {
        var draft = cluster.resolveSibling("postgres.new"); // an interrupted first start leaves no half cluster
        FileSystemUtils.deleteRecursively(draft);
        PrivateFiles.write(passwordFile, PrivateFiles.newSecret());
        var created = programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin", // sorts the same on every machine, now and later
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        if (!created.succeeded()) {
            throw new CannotRun("Could not create the database in " + cluster + ": " + lastWords(created.output()));
        }
        Files.move(draft, cluster);
    }

    private String options(int port) {
        var options = new ArrayList<>(List.of(
                "listen_addresses=" + LOOPBACK,
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=80",
                "shared_buffers=128MB",
                "wal_compression=on",
                "max_wal_size=1GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=warning",
                "fsync=" + safely(),
                "full_page_writes=" + safely(),
                "synchronous_commit=" + safely()));
        return "-c " + String.join(" -c ", options);
    }

    private String safely() {
        return unsafe ? "off" : "on";
    }

    /** The application is no superuser and does not know the password of one: it owns its one database and nothing else. */
    private Database ownDatabase(int port) throws IOException {
        if (!Files.exists(ownPasswordFile)) {
            PrivateFiles.write(ownPasswordFile, PrivateFiles.newSecret());
        }
        var superuser = new Database(
                "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres", "postgres", Files.readString(passwordFile));
        try (var connection = superuser.connect()) {
            if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = 'callout'")) {
                execute(connection, "CREATE ROLE callout LOGIN");
            }
            execute(
                    connection,
                    "ALTER ROLE callout NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS PASSWORD '"
                            + ownPassword() + "'");
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = 'callout'")) {
                execute(connection, "CREATE DATABASE callout OWNER callout");
            }
        } catch (SQLException e) {
            throw new CannotRun("Our own PostgreSQL does not let us in: " + e.getMessage(), e);
        }
        return ownDatabase(port, ownPassword());
    }

    /** A product from before there was such a file uses the superuser's. */
    private String ownPassword() throws IOException {
        return Files.readString(Files.exists(ownPasswordFile) ? ownPasswordFile : passwordFile);
    }

    private static Database ownDatabase(int port, String password) {
        return new Database("jdbc:postgresql://" + LOOPBACK + ":" + port + "/callout", "callout", password);
    }

    private int port() throws IOException {
        if (Files.exists(portFile)) {
            var remembered = Integer.parseInt(Files.readString(portFile).strip());
            if (isFree(remembered)) {
                return remembered;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            PrivateFiles.write(portFile, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    private boolean stop(String mode, int seconds) throws IOException {
        var arguments = List.of("stop", "-w", "-t", "" + seconds, "-m", mode, "-D", cluster.toString());
        var stopped = programs.run("pg_ctl", arguments);
        if (!stopped.succeeded()) {
            log.warn("PostgreSQL did not stop ({}): {}", mode, lastWords(stopped.output()));
        }
        return stopped.succeeded();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isMissing(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return !answer.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String complaint() throws IOException {
        return Files.readString(logFile)
                .lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst(".*?(FATAL|PANIC): +", ""))
                .orElse("it gave no reason.");
    }

    private static String lastWords(String output) {
        return output.lines().reduce((first, second) -> second).orElse("it said nothing.");
    }
}
