package dev.callout;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The query side by itself, with the real event store. */
@SpringBootApplication
public class QueryTestApp {}
