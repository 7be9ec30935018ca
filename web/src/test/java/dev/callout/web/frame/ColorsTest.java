package dev.callout.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text can be read by people with weak eyes: WCAG AA asks for a contrast of 4.5 : 1. */
class ColorsTest {

    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink, page",
        "ink, paper",
        "quiet, page",
        "quiet, paper",
        "link, page",
        "link, paper",
        "link-ink, link",
        "bad, bad-paper",
        "warm, warm-paper",
        "good, good-paper"
    })
    void stand_out_by_day_and_by_night(String text, String background) throws IOException {
        var sheet = new String(
                ColorsTest.class
                        .getResourceAsStream("/static/assets/callout.css")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var dark = sheet.indexOf("prefers-color-scheme: dark");

        assertThat(contrast(colors(sheet.substring(0, dark)), text, background)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colors(sheet.substring(dark)), text, background)).isGreaterThanOrEqualTo(4.5);
    }

    private static Map<String, String> colors(String sheet) {
        var colors = new HashMap<String, String>();
        COLOR.matcher(sheet).results().forEach(color -> colors.put(color.group(1), color.group(2)));
        return colors;
    }

    private static double contrast(Map<String, String> colors, String text, String background) {
        var one = luminance(colors.get(text));
        var other = luminance(colors.get(background));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * light(color, 1) + 0.7152 * light(color, 3) + 0.0722 * light(color, 5);
    }

    private static double light(String color, int at) {
        var share = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
