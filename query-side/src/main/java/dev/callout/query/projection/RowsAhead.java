package dev.callout.query.projection;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Loads rows into memory before the events of a batch ask for them one by one. Always by the same statement, however many
 * rows: one with a list of parameters would be translated and planned anew each time.
 */
@Component
public class RowsAhead {

    private final EntityManager database;

    RowsAhead(EntityManager database) {
        this.database = database;
    }

    public void load(Projection projection, Set<String> aggregateIds) {
        var ids = aggregateIds.toArray(String[]::new);
        projection
                .rowsAhead()
                .forEach((row, condition) -> database.createNativeQuery(
                                "SELECT * FROM "
                                        + row.getAnnotation(Table.class).name() + " WHERE " + condition,
                                row)
                        .setParameter(1, ids)
                        .getResultList());
    }
}
