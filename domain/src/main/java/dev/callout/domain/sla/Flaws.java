package dev.callout.domain.sla;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.sla.Flaw;
import java.util.List;

/** Nothing with a flaw is published, whatever way it came. */
final class Flaws {

    private Flaws() {}

    static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            var first = flaws.get(0);
            throw new CommandRefused(RefusalCode.INVALID_VALUE, first.field() + " " + first.message() + ".");
        }
    }
}
