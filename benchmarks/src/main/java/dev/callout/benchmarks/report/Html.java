package dev.callout.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** A run as one page that needs nothing else: no scripts, nothing to fetch, for light and for dark screens. */
final class Html {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Callout, measured</title>
            <style>
            :root { color-scheme: light dark; --ink: #1d2733; --soft: #5a6775; --line: #d9dfe6; --page: #fff;
              --s0: #2166ac; --s1: #e08214; --s2: #35978f; --bad: #b2182b; --good: #1b7837; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #36414d; --page: #14191f;
              --s0: #74add1; --s1: #fdae61; --s2: #66c2a5; --bad: #f4866f; --good: #7fbf7b; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page);
              max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
            dt { color: var(--soft); } dd { margin: 0; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: right; }
            th { color: var(--soft); font-weight: 500; } th:first-child, td:first-child { text-align: left; }
            .missed { color: var(--bad); font-weight: 600; } .reached { color: var(--good); }
            figure { margin: 2rem 0; } figcaption { color: var(--soft); } figcaption b { color: var(--ink); }
            svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--soft); }
            svg .label { text-anchor: end; fill: var(--ink); }
            .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); }
            </style>
            </head>
            <body>
            <h1>Callout, measured</h1>
            """;

    private Html() {}

    static String of(Run run) {
        var tables = Tables.of(run);
        return PAGE + facts(run)
                + tables.stream().limit(1).map(Html::table).collect(Collectors.joining())
                + Charts.of(run).stream().map(Bars::svg).collect(Collectors.joining())
                + tables.stream().skip(1).map(Html::table).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    private static String facts(Run run) {
        return run.facts().entrySet().stream()
                .map(fact -> "<dt>" + escaped(fact.getKey()) + "</dt><dd>"
                        + escaped(fact.getValue().replace("`", "")) + "</dd>\n")
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    private static String table(Table table) {
        return "<h2>" + escaped(table.title()) + "</h2>\n<div class=\"scroll\"><table>\n" + row("th", table.head())
                + table.rows().stream().map(cells -> row("td", cells)).collect(Collectors.joining())
                + "</table></div>\n";
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream().map(cell -> cell(tag, cell)).collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String cell(String tag, String text) {
        return switch (text) {
            case "**missed**" -> "<td class=\"missed\">missed</td>";
            case "reached" -> "<td class=\"reached\">reached</td>";
            default -> "<" + tag + ">" + escaped(text) + "</" + tag + ">";
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
