package dev.callout.api.ticket;

import java.time.Instant;

/** What can happen to a ticket. */
public sealed interface TicketEvent
        permits TicketRaised,
                TicketAssigned,
                TicketReturnedToQueue,
                TicketAccepted,
                WorkStarted,
                WorkPaused,
                WorkResumed,
                TicketResolved,
                ResolutionConfirmed,
                ConfirmationLapsed,
                TicketClosedAdministratively,
                TicketReopened,
                TicketCancelled,
                TicketArchived,
                PriorityChanged,
                TicketDescribed,
                TicketClassified,
                ReporterChanged,
                ProductIdentified,
                CommentAdded,
                NoteAdded,
                FileAttached,
                TicketEscalated,
                TicketMerged,
                DuplicateAbsorbed,
                TicketUnmerged,
                DuplicateReleased,
                FollowUpRaised,
                TicketLinked,
                TicketUnlinked,
                TicketWatched,
                TicketUnwatched,
                ChangedInBulk,
                BulkChangeUndone,
                TicketStateImported,
                HistoryLineImported,
                PersonErasedFromTicket,
                SlaPromised,
                SlaThresholdReached,
                SlaBreached,
                SupervisorAssigned,
                SlaBreachDisputed,
                SlaDisputeDecided,
                CustomerDelayAgreed,
                CustomerDelayEnded,
                VisitPromised,
                TechnicianArrived {

    String ticketId();

    /** When it happened; null where an event says nothing else than when it was recorded. */
    default Instant occurredAt() {
        return null;
    }
}
