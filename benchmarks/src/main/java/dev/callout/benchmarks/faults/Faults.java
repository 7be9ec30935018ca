package dev.callout.benchmarks.faults;

import java.util.List;

/** Every fault we know how to let happen, in the order of the list of faults. */
public final class Faults {

    public static final List<Scenario> ALL = List.of(
            new ProductKilled(),
            DatabaseGone.killed(),
            DatabaseGone.restarted(),
            new AnswerLost(),
            new ShownByTest(
                    "R05",
                    "10,000 commands, a third of them sent again: each takes effect once and has one answer",
                    "launcher",
                    "RepeatedCommandsIT"),
            new ShownByTest(
                    "R06",
                    "32 people work on one ticket at once: no hole in its history, nobody's change lost",
                    "launcher",
                    "ContestedTicketIT"),
            new CreateRace(),
            new ShownByTest(
                    "R08",
                    "a creation that fails leaves no lock: the next command on the same id is answered",
                    "launcher",
                    "FailedCreationIT"),
            new ShownByTest(
                    "R09",
                    "a third of 1,000 units of work undone after the flush: each view sees the others once",
                    "query-side",
                    "RolledBackAppendsIT"),
            new ShownByTest(
                    "R10",
                    "an append held open while others commit and a view is computed anew: it is seen, once",
                    "query-side",
                    "HeldAppendIT"),
            new ShownByTest(
                    "R11",
                    "the same while the others' clocks are two minutes slow or fast: nothing is passed over",
                    "query-side",
                    "HeldAppendIT"),
            new ShownByTest("R12", "every view computed anew: byte for byte the living one", "query-side", "RebuildIT"),
            new RebuiltUnderTraffic(),
            new ShownByTest(
                    "R14",
                    "a crash in the middle of a rebuild: it goes on at the next start and ends the same",
                    "query-side",
                    "RebuildResumesIT"),
            new ShownByTest(
                    "R16",
                    "an event that no view can digest: what follows waits in its order, all else goes on",
                    "query-side",
                    "PoisonIT"),
            new ShownByTest(
                    "R17",
                    "dead letters after what was wrong is right: handled in their order, none left",
                    "query-side",
                    "DeadLetterRetriedIT"),
            new ShownByTest(
                    "R18",
                    "no room for more dead letters, and a restart: the view waits, says so, and drops nothing",
                    "query-side",
                    "PoisonIT"),
            new DeadlinesWhileDown(),
            new ShownByTest(
                    "R20",
                    "a deadline that is due while its ticket is answered, twice or too late: it tells nothing wrong",
                    "domain",
                    "KeepPromisesTest"),
            new ShownByTest(
                    "R21",
                    "clocks put forward and back, 29 February, half-hour zones: due times as counted by hand",
                    "api",
                    "ClockChangesTest"),
            new KilledBetweenEventAndDeadline(),
            new ShownByTest(
                    "R23",
                    "two nodes that write and two that keep views, one of each killed: nothing lost, work goes on",
                    "launcher",
                    "NodesIT"),
            new NodeFrozen(),
            new DiskFull(),
            new ShownByTest(
                    "R29",
                    "a mail server that hangs or refuses: others go on, it is tried again, and in the end told",
                    "command-side",
                    "DifficultMailServerTest"),
            new ShownByTest(
                    "R31",
                    "an example of every event of every revision there ever was: all are still read",
                    "api",
                    "GoldenEventsTest"),
            new ShownByTest(
                    "R32",
                    "events of a newer version in the store: passed over, and everything else goes on",
                    "launcher",
                    "UnknownEventIT"),
            new ShownByTest(
                    "R33",
                    "a backup of a busy product, brought back elsewhere: one moment, with all acknowledged before it",
                    "launcher",
                    "BackupIT"),
            new ShownByTest(
                    "R36",
                    "no list without a limit: pages of 200 at most, or a reason to be short",
                    "launcher",
                    "PageLimitsIT"),
            new ToldToStop(),
            new ShownByTest(
                    "R38",
                    "somebody changes, deletes or inserts an event by SQL: the check names it",
                    "query-side",
                    "TamperedHistoryIT"),
            new ShownByTest(
                    "R39",
                    "a person erased: every view, also computed anew, tells nothing of them any more",
                    "query-side",
                    "ErasedViewsIT"),
            new ShownByTest(
                    "R40",
                    "a database that could forget acknowledged work: refused in one clear line",
                    "launcher",
                    "ExistingDatabaseIT"),
            new ShownByTest(
                    "fuzz",
                    "every operation of the API asked in thousands of bent ways: never an error of ours",
                    "launcher",
                    "FuzzIT"),
            new PastLookedBackAt(),
            new ManyTimers());

    private Faults() {}
}
