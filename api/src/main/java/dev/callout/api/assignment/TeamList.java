package dev.callout.api.assignment;

import java.util.List;

/** All teams, by name. */
public record TeamList(List<TeamDetails> items) {}
