package dev.callout.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of attacks in docs/attacks.md names tests that exist, and leaves no attack out. */
class AttacksDocumentTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (A\\d\\d) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:IT|Test))(?:\\.(\\w+))?`");
    private static final int ATTACKS = 66;

    private final List<MatchResult> rows;
    private final Map<String, Path> tests;

    AttacksDocumentTest() throws IOException {
        rows = ROW.matcher(Files.readString(ROOT.resolve("docs/attacks.md")))
                .results()
                .toList();
        try (var files = Files.find(ROOT, 20, (path, about) -> isTest(path))) {
            tests = files.collect(
                    Collectors.toMap(AttacksDocumentTest::name, Function.identity(), (one, other) -> one));
        }
    }

    private static boolean isTest(Path path) {
        return path.toString().replace('\\', '/').contains("/src/test/java/")
                && path.toString().matches(".*(IT|Test)\\.java");
    }

    private static String name(Path path) {
        return path.getFileName().toString().replace(".java", "");
    }

    @Test
    void leaves_no_attack_out() {
        assertThat(rows.stream().map(row -> row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ATTACKS)
                        .mapToObj("A%02d"::formatted)
                        .toList());
    }

    @Test
    void names_tests_that_exist() throws IOException {
        for (var row : rows) {
            if (row.group(2).startsWith("Does not apply yet: ")) {
                continue;
            }
            assertThat(named(row)).as(row.group(1)).isNotEmpty();
            for (var test : named(row).toList()) {
                assertThat(tests).as(row.group(1)).containsKey(test.group(1));
                if (test.group(2) != null) {
                    assertThat(Files.readString(tests.get(test.group(1))))
                            .as("%s of %s", test.group(2), test.group(1))
                            .contains(" " + test.group(2) + "(");
                }
            }
        }
    }

    private static Stream<MatchResult> named(MatchResult row) {
        return TEST.matcher(row.group(2)).results();
    }
}
