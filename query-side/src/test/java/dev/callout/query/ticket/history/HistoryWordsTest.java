package dev.callout.query.ticket.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callout.api.ticket.TicketEvent;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryWordsTest {

    private static final Map<String, String> NAMES = Map.of(
            "ACC-ana",
            "Ana Costa",
            "TEA-net",
            "Network Team",
            "CON-jo",
            "Jo Smith",
            "TCK-2",
            "TKT2",
            "SLA-1",
            "Premium");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static Class<?>[] events() {
        return TicketEvent.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_words(Class<?> event) {
        assertThat(HistoryWords.of(event.getSimpleName(), new Told(Map.of(), NAMES, ZONE)))
                .isNotBlank();
    }

    @Test
    void an_unknown_event_has_none() {
        assertThatThrownBy(() -> HistoryWords.of("TicketEaten", new Told(Map.of(), NAMES, ZONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TicketRaised        | channel=PHONE;contactId=CON-jo;priority=HIGH                     | raised the ticket by phone for Jo Smith; priority high
            TicketRaised        | channel=EMAIL;priority=HIGH;policyId=SLA-1;policyVersion=3;responseDueAt=2026-03-02T09:30:00.123456789Z;resolutionDueAt=2026-07-02T14:00:00Z | raised the ticket by mail; priority high; promised: first response by Mon 2 Mar 2026, 10:30 CET, resolution by Thu 2 Jul 2026, 16:00 CEST (Premium, version 3)
            TicketAssigned      | technicianId=ACC-ana;teamId=TEA-net;reason=nearest technician    | assigned the ticket to Ana Costa (Network Team): nearest technician
            TicketAssigned      | teamId=TEA-net;fromTechnicianId=ACC-ana                          | assigned the ticket to Network Team (before: Ana Costa)
            TicketAssigned      | technicianId=ACC-gone                                            | assigned the ticket to somebody unknown
            TicketReturnedToQueue | formerTechnicianId=ACC-ana;teamId=TEA-net;cause=DEACTIVATED    | returned the ticket to the queue of Network Team, since Ana Costa can no longer sign in
            TicketReturnedToQueue | fromTeamId=TEA-net;cause=TEAM_EMPTY                            | returned the ticket to the queue, since Network Team has no active technician
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
            WorkPaused          | waitingFor=CUSTOMER;resumeAt=2026-03-02T09:30:00Z                | waits for the customer until Mon 2 Mar 2026, 10:30 CET
            CustomerDelayAgreed | until=2026-03-02T09:30:00Z;reason=on holiday                     | agreed with the customer to wait until Mon 2 Mar 2026, 10:30 CET: on holiday
            VisitPromised       | arrivalDueAt=2026-03-02T09:30:00Z                                | settled that somebody has to go there, by Mon 2 Mar 2026, 10:30 CET
            SlaPromised         | cause=PRIORITY_CHANGED;priority=LOW;policyId=SLA-1;policyVersion=1;arrivalDueAt=2026-03-02T09:30:00Z | reckoned the promised times anew for the priority low: arrival at the site by Mon 2 Mar 2026, 10:30 CET (Premium, version 1)
            SlaPromised         | cause=RETARGETED                                                 | put the ticket under other terms
            SlaThresholdReached | clock=RESPONSE;cycle=1;percent=80;dueAt=2026-03-02T09:30:00Z;policyId=SLA-1;policyVersion=3;byRetarget=false | noticed that 80 % of the time for the first response was used, due on Mon 2 Mar 2026, 10:30 CET (Premium, version 3)
            SlaThresholdReached | clock=RESOLUTION;cycle=2;percent=100;dueAt=2026-03-02T09:30:00Z;policyId=SLA-1;policyVersion=3;byRetarget=true | noticed that 100 % of the time for the resolution in the second round of work was used, by the new terms, due on Mon 2 Mar 2026, 10:30 CET (Premium, version 3)
            SlaBreached         | clock=ARRIVAL;cycle=1;dueAt=2026-03-02T09:30:00Z;policyId=SLA-1;policyVersion=3;byRetarget=false | noticed that the promise of the arrival at the site was broken on Mon 2 Mar 2026, 10:30 CET (Premium, version 3)
            SupervisorAssigned  | clock=RESPONSE;cycle=1;supervisorId=ACC-ana | assigned the ticket to the supervisor Ana Costa, since the time for the first response was over
            SlaBreached         | clock=RESOLUTION;cycle=1;dueAt=2026-03-02T09:30:00Z;policyId=SLA-1;policyVersion=3;byRetarget=true | noticed that the promise of the resolution was broken by the new terms (Premium, version 3)
            """)
    void says_what_happened(String event, String fields, String words) {
        assertThat(HistoryWords.of(event, new Told(fields(fields), NAMES, ZONE)))
                .isEqualTo(words);
    }

    private static Map<String, String> fields(String text) {
        var fields = new java.util.HashMap<String, String>();
        for (var field : text.split(";")) {
            fields.put(field.split("=")[0], field.split("=")[1]);
        }
        return fields;
    }
}
