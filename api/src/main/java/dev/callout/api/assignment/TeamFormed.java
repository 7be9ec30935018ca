package dev.callout.api.assignment;

import org.axonframework.serialization.Revision;

/** Technicians work together under a name. */
@Revision("1")
public record TeamFormed(String teamId, String name) implements TeamEvent {}
