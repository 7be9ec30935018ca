package dev.callout.platform.http;

import dev.callout.platform.WillNotStart;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where people reach this product, as the operator says; never what a request claims in its {@code Host}. */
@Component
public class BaseUrl {

    private final URI configured;
    private final Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    private final Environment environment;

    BaseUrl(
            @Value("${callout.base-url:}") String configured,
            @Value("${callout.known-hosts:}") List<String> knownHosts,
            Environment environment) {
        this.configured = configured.isBlank() ? null : require(configured.strip());
        this.environment = environment;
        if (this.configured != null) {
            hosts.add(this.configured.getHost().toLowerCase(Locale.ROOT));
            knownHosts.forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
            hosts.add(environment.getProperty("server.address", "localhost")); // operators' commands ask there
        }
    }

    private static URI require(String configured) {
        var url = URI.create(configured.replaceFirst("/+$", ""));
        if (url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null
                || !List.of("http", "https").contains(url.getScheme())) {
            throw new WillNotStart("callout.base-url must look like https://desk.example.com, not "
                    + configured.replaceAll("\\p{Cntrl}", "?"));
        }
        return url;
    }

    /** The absolute address of a path on this site. */
    public String to(String path) {
        return (configured == null ? onThisMachine() : configured) + path;
    }

    /** The name of this site, such as mail gives its ids. */
    public String host() {
        return configured == null ? "localhost" : configured.getHost();
    }

    public boolean isEncrypted() {
        return configured != null && configured.getScheme().equals("https");
    }

    /** Whether a request may name this host. Without a base URL nobody has said which names are ours. */
    boolean knows(String host) {
        return configured == null || hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    private String onThisMachine() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
