package dev.callout.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/** Hands lists out as files, such as tables that any spreadsheet opens and none takes for formulas. */
public final class Tables {

    public static final String CSV = "text/csv";

    private Tables() {}

    public static CsvWriter csv(String file, HttpServletResponse response) throws IOException {
        asFile(CSV + ";charset=utf-8", file, response);
        return CsvWriter.builder().build(response.getWriter());
    }

    public static void asFile(String type, String file, HttpServletResponse response) {
        response.setContentType(type);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    public static String[] cells(Object... values) {
        return Arrays.stream(values).map(SafeCell::of).toArray(String[]::new);
    }
}
