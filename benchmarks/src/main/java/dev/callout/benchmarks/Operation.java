package dev.callout.benchmarks;

import static dev.callout.benchmarks.report.OperationNames.ASSIGN;
import static dev.callout.benchmarks.report.OperationNames.BOARD;
import static dev.callout.benchmarks.report.OperationNames.COMMENT;
import static dev.callout.benchmarks.report.OperationNames.CREATE;
import static dev.callout.benchmarks.report.OperationNames.MIXED;
import static dev.callout.benchmarks.report.OperationNames.NOTHING;
import static dev.callout.benchmarks.report.OperationNames.READ;
import static dev.callout.benchmarks.report.OperationNames.TRACK;

import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.load.Task;
import dev.callout.benchmarks.store.Floor;
import java.util.List;
import java.util.Set;

/** Something people do, and the least that anything which stores or shows the same would have to do. */
record Operation(Kind kind, String what, Task.Maker product, String beside, Task.Maker floor) {

    /** What people do; creating comes last, because each measurement of it fills the store. */
    enum Kind {
        WHO,
        READ,
        TRACK,
        BOARD,
        COMMENT,
        ASSIGN,
        MIXED,
        CREATE
    }

    static List<Operation> all(Set<Kind> kinds, Desk desk, Floor floor) {
        return kinds.stream().sorted().map(kind -> of(kind, desk, floor)).toList();
    }

    private static Operation of(Kind kind, Desk desk, Floor floor) {
        return switch (kind) {
            case WHO -> new Operation(kind, NOTHING, desk::sayWhoIAm, "SELECT 1", floor::answerNothing);
            case READ -> new Operation(kind, READ, desk::readOne, "its row by primary key", floor::readRow);
            case TRACK -> new Operation(kind, TRACK, desk::readPromises, "its row by primary key", floor::readRow);
            case BOARD -> new Operation(kind, BOARD, desk::readBoard, "the same page by SQL", floor::readPage);
            case COMMENT ->
                new Operation(kind, COMMENT, desk::comment, "its event as a row", () -> floor.insert("CommentAdded"));
            case ASSIGN ->
                new Operation(kind, ASSIGN, desk::assign, "its event as a row", () -> floor.insert("TicketAssigned"));
            case MIXED -> new Operation(kind, MIXED, desk::mixed, "the same mixed", floor::mixed);
            case CREATE ->
                new Operation(kind, CREATE, desk::raise, "its event as a row", () -> floor.insert("TicketRaised"));
        };
    }

    boolean changes() {
        return kind.compareTo(Kind.COMMENT) >= 0;
    }
}
