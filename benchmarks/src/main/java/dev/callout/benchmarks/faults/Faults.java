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
            new ShownByTest("R12", "every view computed anew: byte for byte the living one", "query-side", "RebuildIT"),
            new RebuiltUnderTraffic(),
            new ShownByTest(
                    "R14",
                    "a crash in the middle of a rebuild: it goes on at the next start and ends the same",
                    "query-side",
                    "RebuildResumesIT"),
            new ShownByTest(
                    "R17",
                    "dead letters after what was wrong is right: handled in their order, none left",
                    "query-side",
                    "DeadLetterRetriedIT"),
            new ShownByTest(
                    "R23",
                    "two nodes that write and two that keep views, one of each killed: nothing lost, work goes on",
                    "launcher",
                    "NodesIT"),
            new NodeFrozen(),
            new DiskFull(),
            new ShownByTest(
                    "R33",
                    "a backup of a busy product, brought back elsewhere: one moment, with all acknowledged before it",
                    "launcher",
                    "BackupIT"),
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
                    "ErasedViewsIT"));

    private Faults() {}
}
