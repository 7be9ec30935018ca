package dev.callout.query.ticket.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.ticket.TicketEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryWordsTest {

    private static final Map<String, String> NAMES =
            Map.of("ACC-ana", "Ana Costa", "TEA-net", "Network Team", "CON-jo", "Jo Smith", "TCK-2", "TKT2");

    static Class<?>[] events() {
        return TicketEvent.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_words(Class<?> event) {
        assertThat(HistoryWords.of(event.getSimpleName(), new Told(Map.of(), NAMES)))
                .isNotBlank();
    }

    @Test
    void an_unknown_event_has_none() {
        assertThatThrownBy(() -> HistoryWords.of("TicketEaten", new Told(Map.of(), NAMES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TicketRaised        | channel=PHONE;contactId=CON-jo;priority=HIGH                     | raised the ticket by phone for Jo Smith; priority high
            TicketAssigned      | technicianId=ACC-ana;teamId=TEA-net;reason=nearest technician    | assigned the ticket to Ana Costa (Network Team): nearest technician
            TicketAssigned      | teamId=TEA-net;fromTechnicianId=ACC-ana                          | assigned the ticket to Network Team (before: Ana Costa)
            TicketAssigned      | technicianId=ACC-gone                                            | assigned the ticket to somebody unknown
            WorkPaused          | waitingFor=PARTS;reason=fuser ordered                            | waits for parts: fuser ordered
            WorkResumed         | cause=DATE_REACHED                                               | went on with the work, since the date was reached
            PriorityChanged     | fromPriority=LOW;priority=URGENT;reason=line down                | changed the priority from low to urgent: line down
            TicketReopened      | cycle=2;reason=hums again                                        | reopened the ticket, for the second round of work: hums again
            CommentAdded        | authorKind=STAFF;firstResponse=true                              | wrote to the customer, the first answer
            CommentAdded        | authorKind=CUSTOMER;viaTicketId=TCK-2                            | wrote to us, by way of TKT2
            FileAttached        | fileName=log.txt;internal=true                                   | attached log.txt, for staff only
            TicketCancelled     | cause=DUPLICATE;note=see TKT2                                    | cancelled the ticket as duplicate: see TKT2
            TicketUnmerged      | fromTicketId=TCK-2                                               | took the merge into TKT2 back
            TicketStateImported | source=servicenow;sourceState=Awaiting Vendor;toStatus=PENDING_PARTS | took over from servicenow that the ticket was pending parts (Awaiting Vendor)
            """)
    void says_what_happened(String event, String fields, String words) {
        assertThat(HistoryWords.of(event, new Told(fields(fields), NAMES))).isEqualTo(words);
    }

    private static Map<String, String> fields(String text) {
        var fields = new java.util.HashMap<String, String>();
        for (var field : text.split(";")) {
            fields.put(field.split("=")[0], field.split("=")[1]);
        }
        return fields;
    }
}
