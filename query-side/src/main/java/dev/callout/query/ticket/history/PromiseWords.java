package dev.callout.query.ticket.history;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what was promised for a ticket, and what became of it. */
final class PromiseWords {

    private PromiseWords() {}

    static String anew(Told told) {
        var what = told.text("cause").equals("PRIORITY_CHANGED")
                ? "reckoned the promised times anew for the priority " + told.words("priority")
                : "put the ticket under other terms";
        return what + promised(": ", told);
    }

    static String used(Told told) {
        return "noticed that " + told.text("percent") + " % of the time for " + promise(told) + " was used"
                + (told.is("byRetarget") ? ", by the new terms" : "") + ", due on " + told.moment("dueAt")
                + terms(told);
    }

    static String broken(Told told) {
        return "noticed that the promise of " + promise(told) + " was broken "
                + (told.is("byRetarget") ? "by the new terms" : "on " + told.moment("dueAt")) + terms(told);
    }

    static String supervisor(Told told) {
        var before = told.has("formerTechnicianId") ? " (before: " + told.name("formerTechnicianId") + ")" : "";
        return "assigned the ticket to the supervisor " + told.name("supervisorId") + before + ", since the time for "
                + promise(told) + " was over";
    }

    static String disputed(Told told) {
        return "noticed that a late report by " + told.name("disputedBy") + " disputes the recorded breach of "
                + promise(told) + "; it stands until a manager decides";
    }

    static String decided(Told told) {
        return (told.is("accepted")
                        ? "accepted the late report: the breach of "
                        : "rejected the late report: the breach of ")
                + promise(told)
                + (told.is("accepted") ? " is excused" : " stands")
                + told.because("reason");
    }

    /** Until when what is promised; nothing where nothing is. */
    static String promised(String introduction, Told told) {
        var promises = Stream.of(
                        due("first response", "responseDueAt", told),
                        due("arrival at the site", "arrivalDueAt", told),
                        due("resolution", "resolutionDueAt", told))
                .filter(promise -> !promise.isEmpty())
                .collect(Collectors.joining(", "));
        return promises.isEmpty() ? "" : introduction + promises + terms(told);
    }

    private static String due(String what, String field, Told told) {
        return told.has(field) ? what + " by " + told.moment(field) : "";
    }

    private static String promise(Told told) {
        return switch (told.text("clock")) {
            case "RESPONSE" -> "the first response";
            case "ARRIVAL" -> "the arrival at the site";
            default -> "the resolution" + round(told.text("cycle"));
        };
    }

    private static String round(String cycle) {
        return cycle.isEmpty() || cycle.equals("1") ? "" : " in the " + HistoryWords.ordinal(cycle) + " round of work";
    }

    private static String terms(Told told) {
        return told.has("policyId") ? " (" + told.policy() + ")" : "";
    }
}
