package dev.callout.domain.sla;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.INVALID_VALUE;
import static dev.callout.api.RefusalCode.REFERENCE_NOT_FOUND;
import static dev.callout.api.RefusalCode.SLA_POLICY_IN_USE;
import static dev.callout.api.RefusalCode.SLA_POLICY_RETIRED;
import static dev.callout.api.RefusalCode.SLA_SCOPE_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.CommandRefused;
import dev.callout.api.sla.PublishSlaPolicy;
import dev.callout.api.sla.RetireSlaPolicy;
import dev.callout.api.sla.ReviseSlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.SlaPolicyPublished;
import dev.callout.api.sla.SlaPolicyRetired;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/** What we promise for some tickets, through all the versions that were published of it; version n is the n-th event. */
@Aggregate
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Policy {

    private @AggregateIdentifier String policyId;
    private int version;
    private SlaPolicyDraft published;
    private boolean retired;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    Policy(PublishSlaPolicy command, SlaTies ties, Clock clock) {
        publish(command.policyId(), command.draft(), ties, clock);
    }

    @CommandHandler
    void handle(ReviseSlaPolicy command, SlaTies ties, Clock clock) {
        refuseWhen(retired, SLA_POLICY_RETIRED, "This policy is for new tickets no longer.");
        if (!command.draft().equals(published)) {
            publish(policyId, command.draft(), ties, clock);
        }
    }

    private void publish(String policyId, SlaPolicyDraft draft, SlaTies ties, Clock clock) {
        Flaws.refuse(draft.flaws());
        for (var i = 0; i < draft.targets().size(); i++) {
            var target = draft.targets().get(i);
            if (target.calendarId() != null) {
                var calendar = ties.calendar(target.calendarId())
                        .orElseThrow(() -> new CommandRefused(
                                REFERENCE_NOT_FOUND,
                                "There is no calendar " + target.calendarId() + " here, or it is offered no longer."));
                TargetMustComeDue.refuseUnless(target, "targets[" + i + "]", calendar, clock.instant(), INVALID_VALUE);
            }
        }
        var rival = ties.policyFor(draft.scope()).filter(other -> !other.equals(policyId));
        refuseWhen(
                rival.isPresent(),
                SLA_SCOPE_TAKEN,
                "The policy " + rival.orElse(null) + " is for exactly these tickets already.");
        apply(SlaPolicyPublished.of(policyId, version + 1, draft));
    }

    @EventSourcingHandler
    void on(SlaPolicyPublished event) {
        policyId = event.policyId();
        version = event.version();
        published = event.draft();
    }

    @CommandHandler
    void handle(RetireSlaPolicy command, SlaTies ties) {
        refuseWhen(
                ties.isAssigned(policyId),
                SLA_POLICY_IN_USE,
                "A customer's tickets all follow this policy; assign another first.");
        if (!retired) {
            apply(new SlaPolicyRetired(policyId));
        }
    }

    @EventSourcingHandler
    void on(SlaPolicyRetired event) {
        retired = true;
    }

    protected Policy() {} // Axon starts from an empty policy and replays its events
}
