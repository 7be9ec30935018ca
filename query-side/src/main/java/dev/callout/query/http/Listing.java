package dev.callout.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** One page of a list over HTTP; {@code total} is there when it was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing<T>(List<T> items, String next, Long total) {}
