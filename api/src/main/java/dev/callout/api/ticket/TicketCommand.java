package dev.callout.api.ticket;

/** What can be asked of a ticket. */
public sealed interface TicketCommand
        permits RaiseTicket,
                AssignTicket,
                AcceptTicket,
                StartWork,
                PauseWork,
                ResumeWork,
                ResumeDueWork,
                ResolveTicket,
                ConfirmResolution,
                ReopenTicket,
                CloseUnconfirmed,
                CloseAdministratively,
                CancelTicket,
                ArchiveTicket,
                ChangePriority,
                CorrectTicket,
                AddComment,
                AddNote,
                AttachFile,
                EscalateTicket,
                MergeTicket,
                UnmergeTicket,
                LinkTicket,
                UnlinkTicket,
                WatchTicket,
                UnwatchTicket,
                AssignInBulk,
                ChangePriorityInBulk,
                ChangeStatusInBulk,
                UndoBulkChange,
                ImportTicketState,
                ErasePersonFromTicket {

    String ticketId();
}
