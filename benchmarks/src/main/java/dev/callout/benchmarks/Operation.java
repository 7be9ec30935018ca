package dev.callout.benchmarks;

import static dev.callout.benchmarks.report.OperationNames.ASSIGN;
import static dev.callout.benchmarks.report.OperationNames.BOARD;
import static dev.callout.benchmarks.report.OperationNames.COMMENT;
import static dev.callout.benchmarks.report.OperationNames.CREATE;
import static dev.callout.benchmarks.report.OperationNames.MIXED;
import static dev.callout.benchmarks.report.OperationNames.NOTHING;
import static dev.callout.benchmarks.report.OperationNames.READ;

import dev.callout.benchmarks.desk.Desk;
import dev.callout.benchmarks.load.Task;
import dev.callout.benchmarks.store.Floor;
import java.util.List;

/** Something people do, and the least that anything which stores or shows the same would have to do. */
record Operation(String what, Task.Maker product, String beside, Task.Maker floor, boolean changes) {

    /** Creating comes last, because each measurement of it fills the store. */
    static List<Operation> all(Desk desk, Floor floor) {
        return List.of(
                new Operation(NOTHING, desk::sayWhoIAm, "SELECT 1", floor::answerNothing, false),
                new Operation(READ, desk::readOne, "its row by primary key", floor::readRow, false),
                new Operation(BOARD, desk::readBoard, "the same page by SQL", floor::readPage, false),
                new Operation(COMMENT, desk::comment, "its event as a row", () -> floor.insert("CommentAdded"), true),
                new Operation(ASSIGN, desk::assign, "its event as a row", () -> floor.insert("TicketAssigned"), true),
                new Operation(MIXED, desk::mixed, "the same mixed", floor::mixed, true),
                new Operation(CREATE, desk::raise, "its event as a row", () -> floor.insert("TicketRaised"), true));
    }
}
