package dev.callout.command.sla;

import dev.callout.api.sla.PublishSlaPolicy;
import dev.callout.api.sla.RetireSlaPolicy;
import dev.callout.api.sla.ReviseSlaPolicy;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.command.order.Answers;
import dev.callout.command.order.Answers.Created;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Rights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what we want to promise. */
@RestController
@RequestMapping(SlaPolicyController.POLICIES)
@Tag(name = "SLA policies")
class SlaPolicyController {

    static final String POLICIES = "/api/v1/service-desk/sla-policies";

    private static final String PREFIX = "SLA-";
    private static final String DRAFT = "Penalties are amounts in the smallest unit of their currency: 5000 with EUR is"
            + " 50.00 EUR. supervisorId and managerId are needed where a"
            + " step of the ladder is for them; every manager is told in their place once they have left. calendarId goes with"
            + " business time, and only with that.";

    private final Orders orders;
    private final References references;
    private final SlaWords words;

    SlaPolicyController(Orders orders, References references, SlaWords words) {
        this.orders = orders;
        this.references = references;
        this.words = words;
    }

    @PostMapping
    @Operation(summary = "Promise something new to tickets that are raised from now on", description = DRAFT)
    ResponseEntity<Created> publish(@RequestBody SlaPolicyDraft draft, OrderHead head) {
        var id = head.newId(PREFIX);
        var command = new PublishSlaPolicy(id, draft);
        Rights.require(head.actor(), command);
        var order = head.with(draft);
        return Answers.created(POLICIES, orders.once(order, () -> {
            requireSound(draft);
            return orders.send(order, id, command);
        }));
    }

    @PutMapping("/{policyId}")
    @Operation(
            summary = "Publish the next version of a policy; needs If-Match. Tickets keep the version they have",
            description = DRAFT)
    ResponseEntity<Void> revise(@PathVariable String policyId, @RequestBody SlaPolicyDraft draft, OrderHead head) {
        var command = new ReviseSlaPolicy(policyId, draft);
        Rights.require(head.actor(), command);
        if (head.expectedVersion() == null) {
            throw new ProblemException(ProblemCode.VERSION_REQUIRED);
        }
        requireSound(draft);
        return Answers.done(orders.send(head.with(draft), policyId, command));
    }

    @DeleteMapping("/{policyId}")
    @Operation(summary = "Promise this to new tickets no longer; those that have it keep it")
    ResponseEntity<Void> retire(@PathVariable String policyId, OrderHead head) {
        return Answers.done(orders.send(head.with("retire"), policyId, new RetireSlaPolicy(policyId)));
    }

    /** Nothing wrong in itself, and whom it names is there. What else it names, the policy looks at. */
    private void requireSound(SlaPolicyDraft draft) {
        SlaWords.requireNoFlaws(draft.flaws());
        var scope = draft.scope();
        words.requirePlan("scope.plan", scope.plan());
        words.requireCategory("scope.category", scope.category());
        if (scope.customerId() != null) {
            references.requireCustomer(scope.customerId());
        }
        references.requireSupervisor(draft.supervisorId());
        references.requireManager(draft.managerId());
    }
}
