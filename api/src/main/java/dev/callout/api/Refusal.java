package dev.callout.api;

/** Why a command was refused: a public code that is never renamed, and a sentence for people. */
public record Refusal(RefusalCode code, String reason) {}
