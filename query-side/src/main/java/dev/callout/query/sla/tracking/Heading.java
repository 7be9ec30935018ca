package dev.callout.query.sla.tracking;

import dev.callout.api.identity.Named;

/** What a ticket and its customer are called today; null where no view knows it yet. */
record Heading(String title, Named customer) {}
