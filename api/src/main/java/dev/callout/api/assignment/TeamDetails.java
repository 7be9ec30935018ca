package dev.callout.api.assignment;

import dev.callout.api.identity.Named;
import java.util.List;

/** A team and who belongs to it. */
public record TeamDetails(String teamId, String name, List<Named> members, long version) {}
