package dev.callout.query.ticket.history;

import java.util.Map;

/** Says in words a manager understands what happened. Each event has its sentence; the actor's name goes before. */
final class HistoryWords {

    private HistoryWords() {}

    /** Whether it followed from time or terms, and nobody did it. */
    static boolean isNoticed(String event, Map<String, String> fields) {
        return event.equals("SlaThresholdReached")
                || event.equals("SlaBreached")
                || event.equals("SupervisorAssigned")
                || event.equals("SlaBreachDisputed")
                || event.equals("WorkResumed") && "DATE_REACHED".equals(fields.get("cause"))
                || event.equals("TicketEscalated") && !fields.containsKey("escalatedBy");
    }

    static String of(String event, Told told) {
        return switch (event) {
            case "TicketRaised" -> raised(told);
            case "TicketAssigned" -> assigned(told);
            case "TicketReturnedToQueue" -> returned(told);
            case "TicketAccepted" -> "accepted the ticket";
            case "WorkStarted" -> "started work";
            case "WorkPaused" -> paused(told);
            case "WorkResumed" -> resumed(told);
            case "TicketResolved" -> "resolved the ticket" + told.because("workDone");
            case "ResolutionConfirmed" -> "confirmed the solution; the ticket is closed";
            case "ConfirmationLapsed" -> "closed the ticket, since nobody confirmed or rejected the solution in time";
            case "TicketClosedAdministratively" ->
                "closed the ticket " + (told.is("withoutResolution") ? "without a solution" : "administratively")
                        + told.because("reason");
            case "TicketReopened" ->
                "reopened the ticket, for the " + ordinal(told.text("cycle")) + " round of work"
                        + told.because("reason");
            case "TicketCancelled" -> "cancelled the ticket as " + told.words("cause") + told.because("note");
            case "TicketArchived" -> "archived the ticket";
            case "PriorityChanged" ->
                "changed the priority from " + told.words("fromPriority") + " to " + told.words("priority")
                        + told.because("reason");
            case "TicketDescribed" -> "put title or description right";
            case "TicketClassified" -> "classified the ticket as " + told.words("type") + classification(told);
            case "ReporterChanged" ->
                "named " + told.name("contactId") + " as the contact"
                        + (told.has("siteId") ? " at " + told.name("siteId") : "");
            case "ProductIdentified" ->
                "named the product" + told.because("product")
                        + (told.has("serialNumber") ? ", serial number " + told.text("serialNumber") : "");
            case "CommentAdded" -> commented(told);
            case "NoteAdded" -> "wrote an internal note" + via(told);
            case "FileAttached" ->
                "attached " + told.text("fileName") + (told.is("internal") ? ", for staff only" : "") + via(told);
            case "TicketEscalated" ->
                "asked " + told.assignee("toAccountId", "toTeamId") + " for help" + told.because("reason");
            case "TicketMerged" -> "merged the ticket into " + told.text("intoNumber") + told.because("reason");
            case "DuplicateAbsorbed" -> "merged " + told.text("duplicateNumber") + " into this ticket";
            case "TicketUnmerged" ->
                "took the merge into " + told.ticket("fromTicketId") + " back" + told.because("reason");
            case "DuplicateReleased" -> "took the merge of " + told.text("duplicateNumber") + " back";
            case "FollowUpRaised" -> "raised the follow-up " + told.text("followUpNumber");
            case "TicketLinked" -> "linked " + told.ticket("otherTicketId") + " as " + told.words("kind");
            case "TicketUnlinked" -> "removed the link to " + told.ticket("otherTicketId");
            case "TicketWatched" -> "lets " + told.name("accountId") + " watch the ticket";
            case "TicketUnwatched" -> "lets " + told.name("accountId") + " no longer watch the ticket";
            case "ChangedInBulk" -> "did this as part of a bulk operation";
            case "BulkChangeUndone" -> "took a bulk change back; the ticket is " + told.words("toStatus") + " again";
            case "TicketStateImported" ->
                "took over from " + told.text("source") + " that the ticket was " + told.words("toStatus") + " ("
                        + told.text("sourceState") + ")" + told.because("reason");
            case "PersonErasedFromTicket" -> "erased a person; what they said can't be read any more";
            case "HistoryLineImported" ->
                "imported line " + told.text("sourceLine") + " of " + told.text("source") + " ("
                        + told.text("sourceReference") + ")";
            case "SlaPromised" -> PromiseWords.anew(told);
            case "SlaThresholdReached" -> PromiseWords.used(told);
            case "SlaBreached" -> PromiseWords.broken(told);
            case "SupervisorAssigned" -> PromiseWords.supervisor(told);
            case "SlaBreachDisputed" -> PromiseWords.disputed(told);
            case "SlaDisputeDecided" -> PromiseWords.decided(told);
            case "CustomerDelayAgreed" ->
                "agreed with the customer to wait until " + told.moment("until") + told.because("reason");
            case "CustomerDelayEnded" -> "no longer waits for the date agreed with the customer";
            case "VisitPromised" ->
                "settled that somebody has to go there"
                        + (told.has("arrivalDueAt") ? ", by " + told.moment("arrivalDueAt") : "");
            case "TechnicianArrived" -> "arrived on site";
            default -> throw new IllegalArgumentException("No words for " + event);
        };
    }

    private static String raised(Told told) {
        return "raised the ticket " + channel(told.text("channel"))
                + (told.has("contactId") ? " for " + told.name("contactId") : "")
                + (told.has("followUpOf") ? ", following up " + told.ticket("followUpOf") : "")
                + "; priority " + told.words("priority")
                + PromiseWords.promised("; promised: ", told);
    }

    private static String channel(String channel) {
        return switch (channel) {
            case "EMAIL" -> "by mail";
            case "WEB_PORTAL" -> "in the web portal";
            case "MOBILE_APP" -> "in the app";
            case "WHATSAPP" -> "by WhatsApp";
            case "MESSENGER" -> "by Messenger";
            case "CHATBOT" -> "through the chatbot";
            case "PHONE" -> "by phone";
            default -> "at the counter";
        };
    }

    private static String assigned(Told told) {
        var before = told.has("fromTechnicianId") || told.has("fromTeamId")
                ? " (before: " + told.assignee("fromTechnicianId", "fromTeamId") + ")"
                : "";
        return "assigned the ticket to " + told.assignee("technicianId", "teamId") + before + told.because("reason");
    }

    private static String returned(Told told) {
        var who = told.has("formerTechnicianId") ? told.name("formerTechnicianId") : told.name("fromTeamId");
        var why = switch (told.text("cause")) {
            case "DEACTIVATED" -> "can no longer sign in";
            case "ROLE_CHANGED" -> "has another role now";
            case "ERASED" -> "was erased";
            case "NO_SIGN_IN" -> "has no sign-in";
            default -> "has no active technician";
        };
        return "returned the ticket to the queue" + (told.has("teamId") ? " of " + told.name("teamId") : "")
                + ", since " + who + " " + why;
    }

    private static String paused(Told told) {
        return "waits for " + (told.text("waitingFor").equals("PARTS") ? "parts" : "the customer")
                + (told.has("resumeAt") ? " until " + told.moment("resumeAt") : "") + told.because("reason");
    }

    private static String resumed(Told told) {
        return switch (told.text("cause")) {
            case "CUSTOMER_REPLIED" -> "went on with the work, since the customer answered";
            case "DATE_REACHED" -> "went on with the work, since the date was reached";
            default -> "went on with the work";
        };
    }

    private static String commented(Told told) {
        var what = told.text("authorKind").equals("CUSTOMER") ? "wrote to us" : "wrote to the customer";
        return what + (told.is("firstResponse") ? ", the first answer" : "") + via(told);
    }

    private static String via(Told told) {
        return told.has("viaTicketId") ? ", by way of " + told.ticket("viaTicketId") : "";
    }

    private static String classification(Told told) {
        return (told.has("category") ? ", " + told.text("category") : "")
                + (told.has("subCategory") ? " / " + told.text("subCategory") : "");
    }

    static String ordinal(String number) {
        return switch (number) {
            case "2" -> "second";
            case "3" -> "third";
            default -> number + "th";
        };
    }
}
