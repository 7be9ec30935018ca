package dev.callout.launcher.server;

/** Where the events are; the names are what people write into {@code CALLOUT_EVENT_STORE}. */
public enum EventStoreKind {
    POSTGRES,
    AXON_SERVER
}
