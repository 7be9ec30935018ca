package dev.callout.api.privacy;

import java.util.List;

/** One page of erasures. */
public record ErasurePage(List<ErasureDetails> items, String next, Long total) {}
