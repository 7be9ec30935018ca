package dev.callout.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void names_only_tests_that_exist() {
        assertThat(Faults.ALL)
                .filteredOn(ShownByTest.class::isInstance)
                .isNotEmpty()
                .extracting(ShownByTest.class::cast)
                .allSatisfy(shown -> assertThat(classesNamed(shown)).isEqualTo(1));
    }

    @Test
    void is_in_the_order_of_the_list_of_faults() {
        assertThat(Faults.ALL).extracting(Scenario::id).isSorted();
    }

    private static long classesNamed(ShownByTest shown) throws IOException {
        var tests = Path.of("..").resolve(shown.module()).resolve("src/test/java");
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith(shown.testClass() + ".java"))
                    .count();
        }
    }
}
