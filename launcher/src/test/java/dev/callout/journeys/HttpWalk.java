package dev.callout.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code *.http} files, as editors run them, into the requests they hold. */
final class HttpWalk {

    private static final Pattern TITLE = Pattern.compile("### (.+) \\((\\d{3})\\)");
    private static final Pattern CAPTURE =
            Pattern.compile("> \\{% client\\.global\\.set\\(\"(\\w+)\", response\\.(.+)\\) %}");

    private HttpWalk() {}

    /** One request: what it says, the status it must get, and what to keep of the answer under which name. */
    static final class Step {
        final String title;
        final int status;
        String method;
        String path;
        final Map<String, String> headers = new LinkedHashMap<>();
        final StringBuilder body = new StringBuilder();
        final Map<String, String> captures = new LinkedHashMap<>();

        Step(String title, int status) {
            this.title = title;
            this.status = status;
        }
    }

    static List<Step> steps(Path folder) throws IOException {
        var steps = new ArrayList<Step>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".http"))
                    .sorted()
                    .toList()) {
                read(Files.readAllLines(file), file.getFileName().toString(), steps);
            }
        }
        return steps;
    }

    private static void read(List<String> lines, String file, List<Step> steps) {
        Step step = null;
        var inBody = false;
        for (var line : lines) {
            var title = TITLE.matcher(line);
            var capture = CAPTURE.matcher(line);
            if (title.matches()) {
                step = new Step(file + ": " + title.group(1), Integer.parseInt(title.group(2)));
                steps.add(step);
                inBody = false;
            } else if (line.startsWith("###")) {
                throw new IllegalStateException(file + ": no status in \"" + line + "\"");
            } else if (step == null || line.startsWith("#")) {
                continue; // what the file is about
            } else if (capture.matches()) {
                step.captures.put(capture.group(1), capture.group(2));
            } else if (step.method == null) {
                var words = line.split(" ", 2);
                step.method = words[0];
                step.path = words[1];
            } else if (line.isBlank()) {
                inBody = true;
            } else if (inBody) {
                step.body.append(line).append('\n');
            } else {
                var header = line.split(": ", 2);
                step.headers.put(header[0], header[1]);
            }
        }
    }
}
