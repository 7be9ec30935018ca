package dev.callout.command.sla;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.api.sla.PublishSlaPolicy;
import dev.callout.api.sla.PublishWorkCalendar;
import dev.callout.api.sla.SlaPolicyDraft;
import dev.callout.api.sla.WorkCalendarDraft;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.platform.WillNotStart;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes what every installation begins with, once in its life and before anybody raises a ticket. What was changed
 * or retired since stays so.
 */
@Component
@Order(0)
class TermsOnArrival implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TermsOnArrival.class);

    private final Orders orders;
    private final SlaRegister register;
    private final NamedHolidays holidays;
    private final SlaSettings settings;

    TermsOnArrival(Orders orders, SlaRegister register, NamedHolidays holidays, SlaSettings settings) {
        this.orders = orders;
        this.register = register;
        this.holidays = holidays;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        calendar(ShippedTerms.STANDARD_HOURS, ShippedTerms.standardHours(settings));
        calendar(ShippedTerms.AROUND_THE_CLOCK, ShippedTerms.aroundTheClock(settings));
        ShippedTerms.policies().forEach(this::policy);
    }

    private void calendar(String id, WorkCalendarDraft draft) {
        if (!register.everHad(id)) {
            if (!holidays.areKnown(draft)) {
                throw new WillNotStart(
                        "callout.sla.holidays names a country or region whose holidays nobody here knows: "
                                + settings.holidays() + ".");
            }
            publish(id, new PublishWorkCalendar(id, draft, holidays.of(draft)));
        }
    }

    private void policy(String id, SlaPolicyDraft draft) {
        if (!register.everHad(id)) {
            publish(id, new PublishSlaPolicy(id, draft));
        }
    }

    private void publish(String id, Object command) {
        var commandId = UUID.nameUUIDFromBytes(("shipped/" + id).getBytes(StandardCharsets.UTF_8));
        try {
            orders.send(new OrderHead(commandId, "shipped", Actor.SYSTEM, null).with(id), id, command);
        } catch (AggregateStreamCreationException otherNodeWasFaster) {
            log.info("Another node has published {}", id);
        } catch (CommandRefused refused) {
            log.warn("{} is not published: {}", id, refused.getMessage());
        }
    }
}
