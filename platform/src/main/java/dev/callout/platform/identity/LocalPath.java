package dev.callout.platform.identity;

import java.net.URI;
import java.net.URISyntaxException;

/** An address within this site. Anything that a browser might read as another site becomes the home page. */
final class LocalPath {

    /** What is longer did not come from a link of ours, and may not fit into the header of a redirect. */
    private static final int LONGEST = 1_000;

    private LocalPath() {}

    static String of(String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return "/";
        }
        try {
            var address = new URI(wanted);
            return address.getScheme() == null && address.getRawAuthority() == null ? wanted : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
