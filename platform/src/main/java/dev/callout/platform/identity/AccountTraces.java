package dev.callout.platform.identity;

import dev.callout.platform.audit.KeyedRows;
import dev.callout.platform.audit.KeyedTable;
import dev.callout.platform.privacy.PersonalTraces;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what is kept of an erased person around signing in: the mail address, links, codes and devices. */
@Component
class AccountTraces implements PersonalTraces {

    private static final List<String> TABLES =
            List.of("one_time_link", "second_factor", "recovery_code", "outside_identity", "signed_in", "sign_in");

    private final JdbcClient database;
    private final KeyedRows keyed;

    AccountTraces(JdbcClient database, KeyedRows keyed) {
        this.database = database;
        this.keyed = keyed;
    }

    @Override
    public void erase(Collection<String> personIds, Collection<String> aggregateIds) {
        var people = personIds.toArray(String[]::new);
        for (var table : TABLES) {
            database.sql("delete from " + table + " where account_id = any(:people)")
                    .param("people", people)
                    .update();
        }
        database.sql("update credential set email = null where account_id = any(:people) and email is not null"
                        + " returning account_id")
                .param("people", people)
                .query(String.class)
                .list()
                .forEach(accountId -> keyed.close(KeyedTable.CREDENTIAL, accountId));
        database.sql("update security_event set address = null where account_id = any(:people)")
                .param("people", people)
                .update();
    }
}
