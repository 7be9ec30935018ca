package dev.callout.api.sla;

/**
 * The event that made a clock go on or stand still.
 *
 * @param event its name
 * @param version its place in the stream of the ticket
 */
public record SlaSwitch(String event, long version) {}
