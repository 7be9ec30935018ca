package dev.callout.query.projection;

import dev.callout.api.Personal;
import dev.callout.platform.privacy.PersonalTraces;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why an event could not be handled may quote it; its payload is sealed like the stored one. */
@Component
class DeadLetterCauses implements PersonalTraces {

    private final JdbcClient db;

    DeadLetterCauses(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        db.sql("UPDATE dead_letter_entry SET cause_message = :erased WHERE aggregate_identifier = ANY(:ids)")
                .param("erased", Personal.ERASED)
                .param("ids", aggregateIds.toArray(String[]::new))
                .update();
    }
}
