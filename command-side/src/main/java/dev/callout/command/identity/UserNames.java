package dev.callout.command.identity;

import dev.callout.platform.http.ProblemException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * User names are unique over all companies. Those that a company gives end with its mark, so that a name that is taken
 * tells its administrators of their own people only.
 */
final class UserNames {

    private static final int MARK = 6;
    private static final int LONGEST = 100;

    private UserNames() {}

    static String ofCompany(String wanted, String customerId) {
        var mark = "." + DigestUtils.sha256Hex(customerId).substring(0, MARK);
        if (wanted.endsWith(mark)) {
            return wanted;
        }
        if (wanted.length() + mark.length() > LONGEST) {
            throw ProblemException.invalid(
                    "username", "TOO_LONG", "has at most " + (LONGEST - mark.length()) + " characters before its mark");
        }
        return wanted + mark;
    }
}
