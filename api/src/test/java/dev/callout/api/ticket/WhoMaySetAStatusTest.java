package dev.callout.api.ticket;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.DISPATCHER;
import static dev.callout.api.identity.Role.MANAGER;
import static dev.callout.api.identity.Role.QUALITY;
import static dev.callout.api.identity.Role.SUPPORT;
import static dev.callout.api.identity.Role.SYSTEM;
import static dev.callout.api.identity.Role.TECHNICIAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import org.junit.jupiter.api.Test;

/** "Who Can Set" of the guide's status table; an administrator may do all and is not named. */
class WhoMaySetAStatusTest {

    @Test
    void assigned_by_who_plans_or_the_product() {
        assertThat(allowed(AssignTicket.class)).containsExactlyInAnyOrder(MANAGER, DISPATCHER, SYSTEM);
    }

    @Test
    void in_progress_by_the_technician() {
        assertThat(allowed(AcceptTicket.class)).containsExactly(TECHNICIAN);
        assertThat(allowed(StartWork.class)).containsExactly(TECHNICIAN);
    }

    @Test
    void pending_by_the_technician_and_back_by_the_technician_or_the_date() {
        assertThat(allowed(PauseWork.class)).containsExactly(TECHNICIAN);
        assertThat(allowed(ResumeWork.class)).containsExactly(TECHNICIAN);
        assertThat(allowed(ResumeDueWork.class)).containsExactly(SYSTEM);
    }

    @Test
    void resolved_by_the_technician() {
        assertThat(allowed(ResolveTicket.class)).containsExactly(TECHNICIAN);
    }

    @Test
    void closed_by_the_customer_or_the_product_and_for_a_reason_by_a_manager() {
        assertThat(allowed(ConfirmResolution.class)).containsExactlyInAnyOrder(CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER);
        assertThat(allowed(CloseUnconfirmed.class)).containsExactly(SYSTEM);
        assertThat(allowed(CloseAdministratively.class)).containsExactly(MANAGER);
    }

    @Test
    void reopened_by_the_customer_or_an_agent_but_not_by_who_resolved() {
        assertThat(allowed(ReopenTicket.class))
                .containsExactlyInAnyOrder(
                        MANAGER, DISPATCHER, QUALITY, SUPPORT, CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER);
    }

    @Test
    void cancelled_by_a_manager() {
        assertThat(allowed(CancelTicket.class)).containsExactly(MANAGER);
    }

    @Test
    void archived_and_imported_by_the_product() {
        assertThat(allowed(ArchiveTicket.class)).containsExactly(SYSTEM);
        assertThat(allowed(ImportTicketState.class)).containsExactly(SYSTEM);
    }

    private static Role[] allowed(Class<? extends TicketCommand> command) {
        return command.getAnnotation(AllowedTo.class).value();
    }
}
