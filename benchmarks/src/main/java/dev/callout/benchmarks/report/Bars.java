package dev.callout.benchmarks.report;

import static dev.callout.benchmarks.report.Words.number;
import static dev.callout.benchmarks.report.Words.text;

import java.util.List;

/**
 * A chart of lying bars, as SVG: a group for each row, a bar for each series in it, or one bar of all of them.
 *
 * @param note under the title: what is better
 */
record Bars(String title, String note, List<String> series, boolean stacked, List<Row> rows) {

    private static final int WIDTH = 760;
    private static final int LABELS = 210;
    private static final int VALUES = 80;
    private static final int BAR = 13;
    private static final int GAP = 12;
    private static final int TOP = 34;

    /** One group: its label, and a value for each series. */
    record Row(String label, List<Double> values) {

        double sum() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }

        double most() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }
    }

    String svg() {
        var height = TOP + rows.size() * (rowHeight() + GAP);
        var svg = new StringBuilder(text(
                "<figure><figcaption><b>%s</b> %s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Html.escaped(title), Html.escaped(note), WIDTH, height, Html.escaped(title)));
        legend(svg);
        var y = TOP;
        for (var row : rows) {
            svg.append(text(
                    "<text x=\"%d\" y=\"%d\" class=\"label\">%s</text>",
                    LABELS - 8, y + rowHeight() / 2 + 4, Html.escaped(row.label())));
            draw(row, y, svg);
            y += rowHeight() + GAP;
        }
        return svg.append("</svg></figure>\n").toString();
    }

    private int rowHeight() {
        return stacked ? BAR : BAR * series.size();
    }

    private void legend(StringBuilder svg) {
        var x = LABELS;
        for (var i = 0; i < series.size(); i++) {
            svg.append(text("<rect x=\"%d\" y=\"8\" width=\"10\" height=\"10\" class=\"s%d\"/>", x, i))
                    .append(text("<text x=\"%d\" y=\"17\">%s</text>", x + 15, Html.escaped(series.get(i))));
            x += 40 + 7 * series.get(i).length();
        }
    }

    private void draw(Row row, int top, StringBuilder svg) {
        var x = (double) LABELS;
        for (var i = 0; i < row.values().size(); i++) {
            var value = row.values().get(i);
            var width = scale(value);
            var y = stacked ? top : top + i * BAR;
            svg.append(text(
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"s%d\"><title>%s, %s: %s</title></rect>",
                    x,
                    y,
                    Math.max(width, 1),
                    BAR - 2,
                    i,
                    Html.escaped(row.label()),
                    Html.escaped(series.get(i)),
                    number(value)));
            if (!stacked) {
                value(svg, LABELS + width, y, value);
            } else {
                x += width;
            }
        }
        if (stacked) {
            value(svg, x, top, row.sum());
        }
    }

    private static void value(StringBuilder svg, double x, int y, double value) {
        svg.append(text("<text x=\"%.1f\" y=\"%d\" class=\"value\">%s</text>", x + 6, y + BAR - 3, number(value)));
    }

    private double scale(double value) {
        var most = rows.stream()
                .mapToDouble(row -> stacked ? row.sum() : row.most())
                .max()
                .orElse(0);
        return most == 0 ? 0 : value / most * (WIDTH - LABELS - VALUES);
    }
}
