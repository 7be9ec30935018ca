package dev.callout.domain.privacy;

import static dev.callout.api.RefusalCode.INVALID_VALUE;

import dev.callout.api.Refusal;
import dev.callout.api.privacy.CompleteErasure;
import dev.callout.api.privacy.ErasePerson;
import dev.callout.api.privacy.Erased;
import dev.callout.api.privacy.ErasureGround;
import dev.callout.api.privacy.PersonErasureCompleted;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.api.privacy.PersonKind;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final ErasureGround ASKED = ErasureGround.REQUESTED_BY_PERSON;

    private final FixtureConfiguration<Erasure> erasure = new AggregateTestFixture<>(Erasure.class);
    private final PersonErasureOrdered ordered =
            new PersonErasureOrdered("ERA-1", "CON-1", PersonKind.CONTACT, List.of("CON-1", "ACC-1"), ASKED, "ACC-9");

    private final Erased erased = new Erased(1, 2, 1, 40, 3, 1000);

    @Test
    void is_ordered_for_everything_a_person_is_known_as() {
        erasure.givenNoPriorActivity()
                .when(new ErasePerson("ERA-1", "CON-1", PersonKind.CONTACT, List.of("CON-1", "ACC-1"), ASKED, "ACC-9"))
                .expectEvents(ordered);
    }

    @Test
    void refuses_to_leave_the_person_out() {
        erasure.givenNoPriorActivity()
                .when(new ErasePerson("ERA-1", "CON-1", PersonKind.CONTACT, List.of("ACC-1"), ASKED, "ACC-9"))
                .expectExceptionDetails(new Refusal(INVALID_VALUE, "What is erased has to include the person."));
    }

    @Test
    void is_completed_once() {
        erasure.given(ordered)
                .when(new CompleteErasure("ERA-1", erased))
                .expectEvents(new PersonErasureCompleted("ERA-1", "CON-1", erased))
                .expectResultMessagePayload(1L);
        erasure.given(ordered, new PersonErasureCompleted("ERA-1", "CON-1", erased))
                .when(new CompleteErasure("ERA-1", erased))
                .expectNoEvents();
    }
}
