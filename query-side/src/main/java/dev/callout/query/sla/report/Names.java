package dev.callout.query.sla.report;

import dev.callout.api.identity.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers, technicians and teams are called today. */
@Component
public class Names {

    private static final String OF_CUSTOMERS = "SELECT customer_id AS id, name FROM customer WHERE customer_id";
    private static final String OF_ACCOUNTS =
            "SELECT account_id AS id, display_name AS name FROM account WHERE account_id";
    private static final String OF_TEAMS = "SELECT team_id AS id, name FROM team WHERE team_id";

    private final JdbcClient db;

    Names(JdbcClient db) {
        this.db = db;
    }

    public Map<String, String> ofCustomers(Collection<String> ids) {
        return find(OF_CUSTOMERS, ids);
    }

    Map<String, String> ofAccounts(Collection<String> ids) {
        return find(OF_ACCOUNTS, ids);
    }

    Map<String, String> ofTeams(Collection<String> ids) {
        return find(OF_TEAMS, ids);
    }

    private Map<String, String> find(String select, Collection<String> ids) {
        var names = new HashMap<String, String>();
        db.sql(select + " = ANY(:ids)")
                .param("ids", ids.stream().filter(id -> id != null).distinct().toArray(String[]::new))
                .query((row, number) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    public static Named named(String id, Map<String, String> names) {
        return id == null ? null : new Named(id, names.get(id));
    }
}
