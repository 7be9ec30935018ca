package dev.callout.platform.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Tells a request that could not be read, or whose sender hung up, from a fault of our own. */
final class BrokenRequest {

    /** Where the server reads requests and writes answers. Files and the database are read elsewhere. */
    private static final List<String> AT_THE_SOCKET = List.of(
            "org.apache.coyote.",
            "org.apache.catalina.connector.",
            "org.apache.tomcat.util.net.",
            "org.apache.tomcat.util.http.");

    private BrokenRequest() {}

    static boolean isMeantBy(Throwable link) {
        return link instanceof IOException && thrownAtTheSocket(link);
    }

    private static boolean thrownAtTheSocket(Throwable link) {
        return Arrays.stream(link.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("sun."))
                .findFirst()
                .filter(name -> AT_THE_SOCKET.stream().anyMatch(name::startsWith))
                .isPresent();
    }
}
