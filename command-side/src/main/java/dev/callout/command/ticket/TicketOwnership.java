package dev.callout.command.ticket;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.customer.CustomerCommand;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.TicketCommand;
import dev.callout.platform.rights.Actors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Ends the rights of people on the customer's side at what is the customer's own, whatever way a command came. */
@Component
class TicketOwnership implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final TicketRegister register;

    TicketOwnership(TicketRegister register) {
        this.register = register;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var actor = Actors.fromMetaData(work.getMessage().getMetaData());
        if (actor.isPresent() && actor.get().role().isCustomer()) {
            requireOwn(work.getMessage().getPayload(), actor.get());
        }
        return chain.proceed();
    }

    private void requireOwn(Object command, Actor actor) {
        var own = true;
        if (command instanceof RaiseTicket raise) {
            own = raise.customerId().equals(actor.customerId())
                    && (actor.role() == Role.CUSTOMER_ADMIN
                            || raise.contactId() != null && raise.contactId().equals(actor.contactId()));
        } else if (command instanceof RaiseFollowUp ofTicket) {
            register.require(ofTicket.ticketId(), actor);
            requireOwn(ofTicket.followUp(), actor);
        } else if (command instanceof TicketCommand ofTicket) {
            register.require(ofTicket.ticketId(), actor);
        } else if (command instanceof CustomerCommand ofCustomer) {
            own = ofCustomer.customerId().equals(actor.customerId());
        }
        if (!own) {
            throw new CommandRefused(RefusalCode.NOT_FOUND, "There is no such customer.");
        }
    }
}
