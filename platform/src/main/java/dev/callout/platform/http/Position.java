package dev.callout.platform.http;

import java.util.regex.Pattern;

/** How far something has come: the sequence number of its last event. */
public record Position(String aggregateId, long version) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]{1,100})@(\\d{1,18})");

    public static Position parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw ProblemException.invalid(
                    CalloutHeaders.WAIT_FOR, "INVALID_VALUE", "must be a position that a command answered");
        }
        return new Position(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return aggregateId + "@" + version;
    }
}
