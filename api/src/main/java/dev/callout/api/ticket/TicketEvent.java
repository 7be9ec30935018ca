package dev.callout.api.ticket;

/** What can happen to a ticket. */
public sealed interface TicketEvent
        permits TicketRaised,
                TicketAssigned,
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
                TicketLinked,
                TicketUnlinked,
                TicketWatched,
                TicketUnwatched,
                ChangedInBulk,
                BulkChangeUndone,
                TicketStateImported,
                HistoryLineImported,
                PersonErasedFromTicket {

    String ticketId();
}
