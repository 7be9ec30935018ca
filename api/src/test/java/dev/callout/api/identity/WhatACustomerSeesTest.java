package dev.callout.api.identity;

import static dev.callout.api.identity.Role.CONSUMER;
import static dev.callout.api.identity.Role.CUSTOMER_ADMIN;
import static dev.callout.api.identity.Role.CUSTOMER_USER;
import static dev.callout.api.identity.Role.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose things somebody sees of a customer: the narrowing that every question of a customer goes through. */
class WhatACustomerSeesTest {

    @ParameterizedTest
    @EnumSource
    void four_roles_are_on_the_customers_side(Role role) {
        assertThat(role.isCustomer())
                .isEqualTo(EnumSet.of(CUSTOMER_ADMIN, CUSTOMER_USER, CONSUMER, GUEST)
                        .contains(role));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_USER", "CONSUMER"})
    void a_user_and_a_consumer_see_their_own(Role role) {
        assertThat(role.seesWholeCustomer()).isFalse();
        assertThat(role.seesOnlyItsOwn()).isTrue();
        assertThat(of(role, "CON-1").visibleContact()).isEqualTo("CON-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_USER", "CONSUMER"})
    void one_who_is_no_contact_sees_nobodys(Role role) {
        assertThat(of(role, null).visibleContact()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_ADMIN", "GUEST"})
    void an_admin_and_a_guest_see_the_whole_customer(Role role) {
        assertThat(role.seesWholeCustomer()).isTrue();
        assertThat(role.seesOnlyItsOwn()).isFalse();
        assertThat(of(role, "CON-1").visibleContact()).isNull();
    }

    @Test
    void staff_is_not_narrowed() {
        assertThat(of(Role.DISPATCHER, null).visibleContact()).isNull();
    }

    private static Actor of(Role role, String contactId) {
        return new Actor("ACC-1", role, "CUS-1", contactId, "api");
    }
}
