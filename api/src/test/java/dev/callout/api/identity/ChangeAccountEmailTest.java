package dev.callout.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeAccountEmailTest {

    @Test
    void names_the_account_and_not_the_address() {
        assertThat(new ChangeAccountEmail("ACC-1", "ann@acme.example")).hasToString("ChangeAccountEmail[ACC-1]");
    }
}
