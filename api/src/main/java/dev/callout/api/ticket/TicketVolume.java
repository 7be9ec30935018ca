package dev.callout.api.ticket;

/** How much was written on a ticket: messages, files, and the characters of all messages. */
public record TicketVolume(int messages, int files, long characters) {

    public static final TicketVolume NOTHING = new TicketVolume(0, 0, 0);

    public TicketVolume after(TicketEvent event) {
        if (event instanceof CommentAdded comment) {
            return withMessage(comment.body());
        } else if (event instanceof NoteAdded note) {
            return withMessage(note.body());
        } else if (event instanceof FileAttached) {
            return new TicketVolume(messages, files + 1, characters);
        }
        return this;
    }

    private TicketVolume withMessage(String body) {
        return new TicketVolume(messages + 1, files, characters + body.length());
    }
}
