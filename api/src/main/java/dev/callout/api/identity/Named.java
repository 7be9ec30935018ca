package dev.callout.api.identity;

/** Somebody or something with a name to show; the name is null where nothing is known of it any more. */
public record Named(String id, String name) {}
