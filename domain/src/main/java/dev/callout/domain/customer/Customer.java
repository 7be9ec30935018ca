package dev.callout.domain.customer;

import static dev.callout.api.CommandRefused.refuseWhen;
import static dev.callout.api.RefusalCode.ALREADY_EXISTS;
import static dev.callout.api.RefusalCode.PERSON_ERASED;
import static dev.callout.api.RefusalCode.UNKNOWN_CONTACT;
import static dev.callout.api.RefusalCode.UNKNOWN_SITE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.AssignSlaPolicy;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.ChangeSite;
import dev.callout.api.customer.ContactAdded;
import dev.callout.api.customer.ContactChanged;
import dev.callout.api.customer.ContactErased;
import dev.callout.api.customer.CustomerDetailsChanged;
import dev.callout.api.customer.CustomerErased;
import dev.callout.api.customer.CustomerMarkedVip;
import dev.callout.api.customer.CustomerPlanAgreed;
import dev.callout.api.customer.CustomerRegistered;
import dev.callout.api.customer.CustomerSlaPolicyAssigned;
import dev.callout.api.customer.EraseContact;
import dev.callout.api.customer.EraseCustomer;
import dev.callout.api.customer.MarkCustomerVip;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.customer.RemoveVipMark;
import dev.callout.api.customer.SiteAdded;
import dev.callout.api.customer.SiteChanged;
import dev.callout.api.customer.VipMarkRemoved;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A company or a person whose equipment we look after, with the people to talk to and the places to go. */
@Aggregate(snapshotTriggerDefinition = "snapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Customer {

    private @AggregateIdentifier String customerId;
    private boolean vip;
    private String plan;
    private String slaPolicyId;
    private Set<String> contacts = new HashSet<>();
    private Set<String> sites = new HashSet<>();
    private Set<String> erasedContacts = new HashSet<>();
    private boolean erased;

    @CommandHandlerInterceptor
    Object answerWithVersion(InterceptorChain chain) throws Exception {
        chain.proceed();
        return getVersion();
    }

    @CommandHandler
    Customer(RegisterCustomer command) {
        apply(new CustomerRegistered(
                command.customerId(),
                command.kind(),
                command.name(),
                command.email(),
                command.phone(),
                command.language(),
                command.vip()));
    }

    @EventSourcingHandler
    void on(CustomerRegistered event) {
        customerId = event.customerId();
        vip = event.vip();
    }

    @CommandHandler
    void handle(ChangeCustomerDetails command) {
        refuseWhenErased();
        apply(new CustomerDetailsChanged(
                customerId, command.name(), command.email(), command.phone(), command.language()));
    }

    @CommandHandler
    void handle(MarkCustomerVip command) {
        refuseWhenErased();
        if (!vip) {
            apply(new CustomerMarkedVip(customerId, command.reason()));
        }
    }

    @EventSourcingHandler
    void on(CustomerMarkedVip event) {
        vip = true;
    }

    @CommandHandler
    void handle(RemoveVipMark command) {
        refuseWhenErased();
        if (vip) {
            apply(new VipMarkRemoved(customerId, command.reason()));
        }
    }

    @EventSourcingHandler
    void on(VipMarkRemoved event) {
        vip = false;
    }

    @CommandHandler
    void handle(AgreeOnPlan command) {
        refuseWhenErased();
        if (!Objects.equals(command.plan(), plan)) {
            apply(new CustomerPlanAgreed(customerId, command.plan()));
        }
    }

    @EventSourcingHandler
    void on(CustomerPlanAgreed event) {
        plan = event.plan();
    }

    @CommandHandler
    void handle(AssignSlaPolicy command) {
        refuseWhenErased();
        if (!Objects.equals(command.policyId(), slaPolicyId)) {
            apply(new CustomerSlaPolicyAssigned(customerId, command.policyId()));
        }
    }

    @EventSourcingHandler
    void on(CustomerSlaPolicyAssigned event) {
        slaPolicyId = event.policyId();
    }

    @CommandHandler
    void handle(AddContact command) {
        refuseWhenErased();
        refuseWhen(contacts.contains(command.contactId()), ALREADY_EXISTS, "This contact is known already.");
        apply(new ContactAdded(
                customerId, command.contactId(), command.name(), command.email(), command.phone(), command.language()));
    }

    @EventSourcingHandler
    void on(ContactAdded event) {
        contacts.add(event.contactId());
    }

    @CommandHandler
    void handle(ChangeContact command) {
        refuseWhenErased();
        refuseWhen(erasedContacts.contains(command.contactId()), PERSON_ERASED, "This contact was erased.");
        refuseWhen(
                !contacts.contains(command.contactId()),
                UNKNOWN_CONTACT,
                "The customer has no contact " + command.contactId() + ".");
        apply(new ContactChanged(
                customerId, command.contactId(), command.name(), command.email(), command.phone(), command.language()));
    }

    @CommandHandler
    void handle(AddSite command) {
        refuseWhenErased();
        refuseWhen(sites.contains(command.siteId()), ALREADY_EXISTS, "This site is known already.");
        apply(new SiteAdded(customerId, command.siteId(), command.name(), command.address()));
    }

    @EventSourcingHandler
    void on(SiteAdded event) {
        sites.add(event.siteId());
    }

    @CommandHandler
    void handle(ChangeSite command) {
        refuseWhenErased();
        refuseWhen(
                !sites.contains(command.siteId()), UNKNOWN_SITE, "The customer has no site " + command.siteId() + ".");
        apply(new SiteChanged(customerId, command.siteId(), command.name(), command.address()));
    }

    @CommandHandler
    void handle(EraseContact command) {
        if (contacts.contains(command.contactId()) && !erasedContacts.contains(command.contactId())) {
            apply(new ContactErased(customerId, command.contactId()));
        }
    }

    @EventSourcingHandler
    void on(ContactErased event) {
        erasedContacts.add(event.contactId());
    }

    @CommandHandler
    void handle(EraseCustomer command) {
        if (!erased) {
            apply(new CustomerErased(customerId));
        }
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        erased = true;
    }

    private void refuseWhenErased() {
        refuseWhen(erased, PERSON_ERASED, "This customer was erased.");
    }

    protected Customer() {} // Axon starts from an empty customer and replays its events
}
