package dev.callout.platform.identity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says in a word or two what somebody signed in with, so that people know their own devices again. */
final class Agents {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static { // the first that fits: each of these claims to be most of those below it
        BROWSERS.put("edg", "Edge");
        BROWSERS.put("opr/", "Opera");
        BROWSERS.put("firefox", "Firefox");
        BROWSERS.put("fxios", "Firefox");
        BROWSERS.put("chrom", "Chrome");
        BROWSERS.put("crios", "Chrome");
        BROWSERS.put("safari", "Safari");
        BROWSERS.put("curl", "curl");
        BROWSERS.put("java", "Java");
        BROWSERS.put("python", "Python");
        SYSTEMS.put("android", "Android");
        SYSTEMS.put("iphone", "iPhone");
        SYSTEMS.put("ipad", "iPad");
        SYSTEMS.put("windows", "Windows");
        SYSTEMS.put("mac os", "macOS");
        SYSTEMS.put("linux", "Linux");
    }

    private Agents() {}

    static String family(String userAgent) {
        var said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
        var browser = first(BROWSERS, said);
        var system = first(SYSTEMS, said);
        return (browser == null ? "Unknown" : browser) + (system == null ? "" : " on " + system);
    }

    private static String first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
