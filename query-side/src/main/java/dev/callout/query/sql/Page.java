package dev.callout.query.sql;

import java.util.List;

/** One page of a list: what was read, where it goes on, and how many there are in all if that was asked for. */
public record Page<T>(List<T> items, String next, Long total) {}
