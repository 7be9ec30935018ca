package dev.callout.api.ticket;

/** Tells ids of tickets, such as {@code TCK-…}, from the numbers that people use, such as {@code TKT100231}. */
public final class TicketIds {

    public static final String PREFIX = "TCK-";

    private TicketIds() {}

    public static boolean isId(String idOrNumber) {
        return idOrNumber.startsWith(PREFIX);
    }
}
