package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Samples.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

    private final Run run = Samples.run(
            List.of(Samples.level(
                    12_345,
                    List.of(
                            comparison(OperationNames.CREATE, 1, 500, 4_000),
                            comparison(OperationNames.CREATE, 8, 1_500, 12_000)),
                    180)),
            List.of(Samples.rebuilt(100_000, 9), Samples.rebuilt(1_000_000, 91)));

    @TempDir
    private Path folder;

    @Test
    void writes_a_page_that_needs_nothing_else() throws IOException {
        Reports.write(run, folder);

        assertThat(folder.resolve("report.html"))
                .content()
                .contains("2 &lt;processors&gt; &amp; more", "12,345 tickets", "prefers-color-scheme: dark", "missed")
                .doesNotContain("<script", "http:", "https:", "NaN", "Infinity", "**");
    }

    @Test
    void draws_charts_that_browsers_understand() throws Exception {
        var charts = Charts.of(run).stream().map(Bars::svg).toList();

        assertThat(charts).hasSize(7);
        for (var chart : charts) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(chart)));
            assertThat(document.getElementsByTagName("rect").getLength()).isGreaterThan(1);
        }
    }

    @Test
    void draws_bars_as_long_as_their_values() {
        var svg = new Bars(
                        "t",
                        "n",
                        List.of("one"),
                        false,
                        List.of(new Bars.Row("whole", List.of(10.0)), new Bars.Row("half", List.of(5.0))))
                .svg();

        assertThat(svg).contains("width=\"470.0\"", "width=\"235.0\"");
    }

    @Test
    void keeps_every_figure_for_programs() throws IOException {
        Reports.write(run, folder);

        var json = JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
        var first = json.get("levels").get(0).get("comparisons").get(0);
        assertThat(first.get("product").get("perSecond").asDouble()).isEqualTo(500);
        assertThat(first.get("ratio").get("middle").asDouble()).isEqualTo(0.125);
        assertThat(json.get("rebuilds").get(1).get("together").get("seconds").asDouble())
                .isEqualTo(91);
        assertThat(json.get("goals").get(0).has("reached")).isTrue();
    }

    @Test
    void gives_each_line_of_a_table_as_many_cells_as_its_head() {
        for (var table : Tables.of(run)) {
            assertThat(table.rows())
                    .as(table.title())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.head()));
        }
    }

    @Test
    void replaces_what_stands_between_the_marks_of_a_page() throws IOException {
        var page = Files.writeString(
                folder.resolve("page.md"), "before\n<!-- rebuild: begin -->\nold\n<!-- rebuild: end -->\nafter\n");

        Reports.writeInto(page, run);
        Reports.writeInto(page, run);

        assertThat(page)
                .content()
                .startsWith("before\n<!-- rebuild: begin -->\n- ")
                .endsWith("|\n<!-- rebuild: end -->\nafter\n")
                .containsOnlyOnce("### Goals")
                .doesNotContain("old");
    }

    @Test
    void leaves_a_page_without_marks_alone() throws IOException {
        var page = Files.writeString(folder.resolve("page.md"), "nothing to see");

        assertThatThrownBy(() -> Reports.writeInto(page, run)).hasMessageContaining("no place for figures");
        assertThat(page).content().isEqualTo("nothing to see");
    }
}
