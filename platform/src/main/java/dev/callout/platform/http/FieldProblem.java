package dev.callout.platform.http;

/** What is wrong with one field: where it is, a code for programs and a sentence for people. */
public record FieldProblem(String field, String code, String message) {}
