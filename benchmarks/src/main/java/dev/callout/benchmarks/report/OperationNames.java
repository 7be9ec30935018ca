package dev.callout.benchmarks.report;

/** What the things that people do are called in the report. */
public final class OperationNames {

    public static final String NOTHING = "ask who I am";
    public static final String READ = "read one ticket";
    public static final String TRACK = "read a ticket's promises";
    public static final String BOARD = "read a board page of 50";
    public static final String COMMENT = "comment";
    public static final String ASSIGN = "assign";
    public static final String CREATE = "create a ticket";
    public static final String MIXED = "mixed";

    private OperationNames() {}
}
