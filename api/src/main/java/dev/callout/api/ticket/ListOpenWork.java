package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.SYSTEM;

import dev.callout.api.identity.AllowedTo;

/** The open tickets of a technician; without one, those of a team that no technician of it has taken on. */
@AllowedTo({SYSTEM})
public record ListOpenWork(String technicianId, String teamId, int limit) {}
