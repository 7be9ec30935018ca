package dev.callout.api.audit;

import java.util.List;

/** One page of checkpoints; {@code next} leads to the following one, {@code total} is there when asked for. */
public record CheckpointPage(List<Checkpoint> items, String next, Long total) {}
