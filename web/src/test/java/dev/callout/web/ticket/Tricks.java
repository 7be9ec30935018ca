package dev.callout.web.ticket;

import java.util.stream.Stream;

/** Texts with which somebody would have a page do something instead of showing them. */
final class Tricks {

    private Tricks() {}

    static Stream<String> all() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "\"><b id=x>",
                "{{7*7}}",
                "${7*7}",
                "[[${7*7}]]",
                "__${7*7}__");
    }
}
