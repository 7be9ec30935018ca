package dev.callout.api.identity;

import java.util.List;

/** One page of accounts. */
public record AccountPage(List<AccountDetails> items, String next, Long total) {}
