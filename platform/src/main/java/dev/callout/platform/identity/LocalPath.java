package dev.callout.platform.identity;

import java.net.URI;
import java.net.URISyntaxException;

/** An address within this site. Anything that a browser might read as another site becomes the home page. */
final class LocalPath {

    private LocalPath() {}

    static String of(String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
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
