package dev.callout.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.sla.EscalationAction;
import dev.callout.api.sla.PromiseCause;
import dev.callout.api.sla.SlaClock;
import dev.callout.api.sla.SlaPromise;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one fold: what each event changes, and that it changes nothing else. */
class WorkStateTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-03T10:00:00Z");

    /** A state in which every field says something, so that each change and each loss shows. */
    private static final WorkState FULL = new WorkState(
            TicketStatus.PENDING_PARTS,
            "TEC-1",
            "TEA-1",
            true,
            LATER,
            Priority.HIGH,
            3,
            NINE,
            "TEC-9",
            NINE,
            Closure.UNANSWERED,
            NINE,
            "TCK-9",
            true);

    private static final WorkState OTHER = new WorkState(
            TicketStatus.CREATED, null, null, false, null, Priority.LOW, 1, null, null, null, null, null, null, false);

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        new TicketAssigned("T", "C", "TEC-2", null, "x", TEN),
                        "status=ASSIGNED technicianId=TEC-2 teamId=null accepted=false resumeAt=null"),
                change(
                        new TicketReturnedToQueue("T", "TEC-1", null, ReturnCause.DEACTIVATED, TEN),
                        "status=CREATED technicianId=null teamId=null accepted=false resumeAt=null"),
                change(new TicketAccepted("T", "TEC-2", TEN), "status=ASSIGNED technicianId=TEC-2"),
                change(new WorkStarted("T", "TEC-2", TEN), "status=IN_PROGRESS technicianId=TEC-2"),
                change(
                        new WorkPaused("T", WaitingFor.CUSTOMER, "C", "x", null, TEN),
                        "status=PENDING_CUSTOMER resumeAt=null"),
                change(new WorkPaused("T", WaitingFor.PARTS, "C", "x", TEN, TEN), "resumeAt=" + TEN),
                change(new WorkResumed("T", ResumeCause.TECHNICIAN, TEN), "status=IN_PROGRESS resumeAt=null"),
                change(
                        new CommentAdded("T", "M", "A", AuthorKind.STAFF, "C", "x", true, null, TEN),
                        "respondedAt=" + TEN),
                change(new CommentAdded("T", "M", "A", AuthorKind.STAFF, "C", "x", false, null, TEN), ""),
                change(
                        new TicketResolved("T", "TEC-2", "C", "x", false, TEN),
                        "status=RESOLVED resolvedBy=TEC-2 resolvedAt=" + TEN),
                change(
                        new TicketResolved("T", "TEC-2", "C", "x", true, TEN),
                        "status=RESOLVED resolvedBy=TEC-2 resolvedAt=" + TEN + " respondedAt=" + TEN),
                change(new ResolutionConfirmed("T", "A", "C", "x", TEN), closed(Closure.CONFIRMED)),
                change(new ConfirmationLapsed("T", TEN), "status=CLOSED resumeAt=null closedAt=" + TEN),
                change(new TicketClosedAdministratively("T", "C", "x", true, TEN), closed(Closure.ADMINISTRATIVE)),
                change(
                        new TicketMerged("T", "C", "TCK-2", "N", false, "x", OTHER, TEN),
                        closed(Closure.MERGED) + " mergedInto=TCK-2"),
                change(
                        new TicketReopened("T", 4, "A", "C", "x", "TEC-9", TEN),
                        "status=REOPENED accepted=false cycle=4 resolvedAt=null closure=null closedAt=null archived=false"),
                change(
                        new TicketCancelled("T", "C", CancelReason.INVALID, "x", TEN),
                        "status=CANCELLED resumeAt=null closedAt=" + TEN),
                change(new TicketArchived("T", TEN), ""),
                change(new PriorityChanged("T", "C", Priority.LOW, "A", "x", TEN), "priority=LOW"),
                change(new DuplicateAbsorbed("T", "D", "N", false, TEN, TEN), "respondedAt=" + TEN),
                change(new DuplicateReleased("T", "D", "N", TEN, null, List.of()), "respondedAt=null"),
                change(new NoteAdded("T", "M", "A", "C", "x", null, TEN), ""),
                change(new TicketEscalated("T", "C", "A", "B", null, "x", TEN), ""),
                change(new FollowUpRaised("T", "F", "N", "A"), ""),
                change(new FileAttached("T", "F", "A", AuthorKind.STAFF, "C", "f", "m", 1, "s", false, null, TEN), ""),
                change(new TicketDescribed("T", "C", "x", "y"), ""),
                change(new TicketClassified("T", TicketType.COMPLAINT, "x", "y", null), ""),
                change(new ReporterChanged("T", "C", "S", null), ""),
                change(new ProductIdentified("T", "x", "y"), ""),
                change(new TicketLinked("T", "O", LinkKind.RELATED), ""),
                change(new TicketUnlinked("T", "O", LinkKind.RELATED), ""),
                change(new TicketWatched("T", "A"), ""),
                change(new TicketUnwatched("T", "A"), ""),
                change(new ChangedInBulk("T", "B", OTHER), ""),
                change(new HistoryLineImported("T", "s", "r", 1, TEN), ""),
                change(new PersonErasedFromTicket("T", "E", List.of("C")), ""),
                change(
                        new SlaPromised(
                                "T",
                                1,
                                Priority.LOW,
                                new SlaPromise("P", 1, List.of(), TEN, TEN, TEN),
                                PromiseCause.RETARGETED,
                                "A",
                                TEN),
                        ""),
                change(
                        new SlaThresholdReached(
                                "T",
                                SlaClock.RESPONSE,
                                1,
                                80,
                                TEN,
                                false,
                                "P",
                                1,
                                EscalationAction.NOTIFY,
                                List.of(),
                                "A",
                                TEN),
                        ""),
                change(new SlaBreached("T", SlaClock.RESPONSE, 1, TEN, false, "P", 1, "A", "B", TEN), ""),
                change(
                        new SupervisorAssigned("T", SlaClock.RESPONSE, 1, "SUP", "OLD", TEN),
                        "status=ASSIGNED technicianId=SUP accepted=false"),
                change(new SlaBreachDisputed("T", SlaClock.RESPONSE, 1, TEN, "A", TEN), ""),
                change(new SlaDisputeDecided("T", SlaClock.RESPONSE, 1, true, "A", "C", "x", TEN), ""),
                change(new CustomerDelayAgreed("T", "C", "x", TEN, "A", TEN), ""),
                change(new CustomerDelayEnded("T", "A", TEN), ""),
                change(new VisitPromised("T", "A", TEN, TEN), ""),
                change(new TechnicianArrived("T", "A", TEN), ""));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("changes")
    void changes_what_the_event_says_and_nothing_else(TicketEvent event, String changes) {
        var after = WorkState.after(FULL, event);
        var changed = changes.isEmpty() ? new String[0] : changes.split(" ");
        assertThat(difference(FULL, after)).containsExactlyInAnyOrder(changed);
    }

    @Test
    void begins_as_created_in_the_first_cycle_with_the_priority_that_counts() {
        var raised = new TicketRaised(
                "T",
                "N",
                "CUS",
                "C",
                "S",
                "A",
                "t",
                "d",
                TicketType.ISSUE,
                "Hardware",
                null,
                Priority.URGENT,
                Priority.MEDIUM,
                Channel.PHONE,
                null,
                null,
                "en",
                null,
                null,
                TEN);
        assertThat(difference(OTHER, WorkState.after(null, raised))).containsExactly("priority=MEDIUM");
    }

    @Test
    void is_replaced_whole_by_what_was_restored_or_taken_over() {
        assertThat(WorkState.after(FULL, new TicketUnmerged("T", "C", "F", "x", OTHER, TEN)))
                .isEqualTo(OTHER);
        assertThat(WorkState.after(FULL, new BulkChangeUndone("T", "B", "U", OTHER, TEN)))
                .isEqualTo(OTHER);
        assertThat(WorkState.after(FULL, new TicketStateImported("T", "s", "r", 1, "x", "y", null, null, OTHER, TEN)))
                .isEqualTo(OTHER);
    }

    @Test
    void is_covered_here_for_every_event() {
        var covered = Stream.concat(
                changes().map(change -> change.get()[0].getClass()),
                Stream.of(TicketRaised.class, TicketUnmerged.class, BulkChangeUndone.class, TicketStateImported.class));
        assertThat(covered.distinct()).containsExactlyInAnyOrder(TicketEvent.class.getPermittedSubclasses());
    }

    @Test
    void can_be_copied_without_loss() {
        assertThat(FULL.draft().sealed()).isEqualTo(FULL);
    }

    @Test
    void is_assigned_to_a_technician_or_a_team() {
        assertThat(OTHER.isAssigned()).isFalse();
        assertThat(FULL.isAssigned()).isTrue();
        var team = OTHER.draft();
        team.teamId = "TEA-1";
        assertThat(team.sealed().isAssigned()).isTrue();
    }

    private static Arguments change(TicketEvent event, String changes) {
        return Arguments.of(event, changes);
    }

    private static String closed(Closure how) {
        return "status=CLOSED resumeAt=null closure=" + how + " closedAt=" + TEN;
    }

    private static String[] difference(WorkState before, WorkState after) {
        return Arrays.stream(WorkState.class.getRecordComponents())
                .filter(part -> !Objects.equals(value(part, before), value(part, after)))
                .map(part -> part.getName() + "=" + value(part, after))
                .toArray(String[]::new);
    }

    private static Object value(RecordComponent part, WorkState state) {
        try {
            return part.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void is_merged_only_when_that_is_how_it_was_closed() {
        assertThat(FULL.isMerged()).isFalse();
        var merged = WorkState.after(FULL, new TicketMerged("T", "C", "TCK-2", "N", false, "x", OTHER, TEN));
        assertThat(merged.isMerged()).isTrue();
    }
}
