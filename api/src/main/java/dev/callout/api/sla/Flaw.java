package dev.callout.api.sla;

/** Something that is wrong with what somebody wants to publish: where, a code for programs, a sentence for people. */
public record Flaw(String field, String code, String message) {}
