package dev.callout.command.importing;

import static dev.callout.api.ticket.TicketStatus.ASSIGNED;
import static dev.callout.api.ticket.TicketStatus.CLOSED;
import static dev.callout.api.ticket.TicketStatus.CREATED;
import static dev.callout.api.ticket.TicketStatus.IN_PROGRESS;
import static dev.callout.api.ticket.TicketStatus.PENDING_CUSTOMER;
import static dev.callout.api.ticket.TicketStatus.PENDING_PARTS;
import static dev.callout.api.ticket.TicketStatus.RESOLVED;
import static dev.callout.command.importing.ImportedName.SOURCE;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.api.ticket.TicketType;
import dev.callout.command.importing.UnusableLine.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line of ServiceNow means in our words: whom it names, and the commands it becomes. */
final class TranslatedLine {

    private static final Map<String, Priority> PRIORITIES = Map.of(
            "1 - Critical", Priority.URGENT,
            "2 - High", Priority.HIGH,
            "3 - Moderate", Priority.MEDIUM,
            "4 - Low", Priority.LOW);

    private static final Map<String, Channel> CHANNELS = Map.of(
            "Phone", Channel.PHONE,
            "IVR", Channel.PHONE,
            "Email", Channel.EMAIL,
            "Self service", Channel.WEB_PORTAL,
            "Direct opening", Channel.WALK_IN);

    private final ServiceNowLine line;
    private final Words words;
    private final ImportedName contact;
    private final ImportedName site;
    private final ImportedName openedBy;
    private final ImportedName team;
    private final ImportedName technician;
    private final ImportedName resolver;
    private final ImportTicketState state;

    /** Fails with {@link UnusableLine} if there is anything in the line that can't be told in our words. */
    static TranslatedLine of(ServiceNowLine line, Instant now) {
        return new TranslatedLine(line, now);
    }

    private TranslatedLine(ServiceNowLine line, Instant now) {
        this.line = line;
        words = new Words(now);
        if (line.number() == null || !line.number().matches("[A-Z]{2,10}\\d{1,18}")) {
            throw new UnusableLine(Code.MISSING_NUMBER, "This is no number of an incident: " + line.number());
        }
        contact = words.name("caller_id", line.callerId(), ImportedName::contact);
        site = words.name("location", line.location(), ImportedName::site);
        openedBy = words.name("opened_by", line.openedBy(), ImportedName::supporter);
        team = words.name("assignment_group", line.assignmentGroup(), ImportedName::team);
        technician = words.name("assigned_to", line.assignedTo(), ImportedName::technician);
        resolver = line.resolutionStands()
                ? words.name("resolved_by", line.resolvedBy(), ImportedName::technician)
                : technician;
        state = translated();
    }

    ServiceNowLine line() {
        return line;
    }

    static String ticketId(ServiceNowLine line) {
        return ImportedName.id("TCK-", line.number());
    }

    /** All that must be known before the commands are sent; the customer comes first. */
    List<ImportedName> names() {
        return Stream.of(ImportedName.CUSTOMER, contact, site, openedBy, team, technician, resolver)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    ImportTicketState state() {
        return state;
    }

    private ImportTicketState translated() {
        var status = status();
        var over = status == RESOLVED || status == CLOSED;
        return new ImportTicketState(
                ticketId(line),
                SOURCE,
                line.number(),
                line.position(),
                line.incidentState(),
                status,
                id(technician),
                id(team),
                words.known(PRIORITIES, line.priority(), Priority.MEDIUM, Code.UNKNOWN_PRIORITY),
                TicketType.ISSUE,
                category(),
                words.text("subcategory", line.subcategory(), 100),
                id(contact),
                id(site),
                over ? id(resolver) : null,
                over ? workDone() : null,
                over ? resolvedAt() : null,
                !line.incidentState().equals("Awaiting Problem")
                        && !line.incidentState().equals("Awaiting Evidence"),
                occurredAt(status));
    }

    /** Lets the history begin; {@code ticketNumber} is what people will call the ticket here. */
    RaiseTicket raise(String ticketNumber) {
        return new RaiseTicket(
                state.ticketId(),
                ticketNumber,
                ImportedName.CUSTOMER.id(),
                state.contactId(),
                state.siteId(),
                id(openedBy),
                title(),
                "Taken over from " + SOURCE + ", incident " + line.number() + ".",
                state.type(),
                state.category(),
                state.subCategory(),
                state.priority(),
                state.priority(),
                words.known(CHANNELS, line.contactType(), Channel.PHONE, Code.UNKNOWN_CONTACT_TYPE),
                words.text("cmdb_ci", line.cmdbCi(), 200),
                null,
                null,
                null,
                words.requiredTime("opened_at", line.openedAt()));
    }

    private TicketStatus status() {
        return switch (String.valueOf(line.incidentState())) {
            case "New" -> team == null && technician == null ? CREATED : ASSIGNED;
            case "Active" -> IN_PROGRESS;
            case "Awaiting User Info" -> PENDING_CUSTOMER;
            case "Awaiting Vendor", "Awaiting Problem", "Awaiting Evidence" -> PENDING_PARTS;
            case "Resolved" -> RESOLVED;
            case "Closed" -> CLOSED;
            default ->
                throw new UnusableLine(
                        Code.UNKNOWN_STATE, "incident_state is no state we know: " + line.incidentState());
        };
    }

    private Instant occurredAt(TicketStatus status) {
        var closedAt = status == CLOSED ? words.time("closed_at", line.closedAt()) : null;
        return closedAt == null ? words.requiredTime("sys_updated_at", line.sysUpdatedAt()) : closedAt;
    }

    /** An earlier resolution has no time of its own in the export but that of its row. */
    private Instant resolvedAt() {
        return line.resolutionStands()
                ? words.time("resolved_at", line.resolvedAt())
                : words.requiredTime("sys_updated_at", line.sysUpdatedAt());
    }

    private String workDone() {
        var code = words.text("closed_code", line.closedCode(), 100);
        return "Resolved in " + SOURCE + (code == null ? "." : " with " + code + ".");
    }

    private String category() {
        var category = words.text("category", line.category(), 60);
        return category == null ? "OTHER" : category;
    }

    /** Ends with the old number, so that people find the ticket by it. */
    private String title() {
        var told = Stream.of(
                        words.text("u_symptom", line.symptom(), 60),
                        words.text("category", line.category(), 60),
                        words.text("subcategory", line.subcategory(), 100))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return told.isEmpty()
                ? "Incident " + line.number()
                : told.substring(0, Math.min(told.length(), 160)) + " (" + line.number() + ")";
    }

    private static String id(ImportedName name) {
        return name == null ? null : name.id();
    }
}
