package dev.callout.query.privacy;

import static jakarta.persistence.EnumType.STRING;

import dev.callout.api.privacy.ErasureGround;
import dev.callout.api.privacy.PersonErasureCompleted;
import dev.callout.api.privacy.PersonErasureOrdered;
import dev.callout.api.privacy.PersonKind;
import dev.callout.query.projection.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One erasure, with nothing of the person but an id. */
@Entity
@Table(name = "erasure")
class ErasureRow extends Row<String> {

    private @Id String erasureId;
    private String personId;
    private @Enumerated(STRING) PersonKind kind;
    private @Enumerated(STRING) ErasureGround ground;
    private String orderedBy;
    private Instant orderedAt;
    private Instant completedAt;
    private int customers;
    private int tickets;
    private int accounts;
    private long events;
    private int files;
    private long position;
    private long version;

    protected ErasureRow() {}

    ErasureRow(PersonErasureOrdered event, Instant orderedAt, long version) {
        erasureId = event.erasureId();
        personId = event.personId();
        kind = event.kind();
        ground = event.ground();
        orderedBy = event.orderedBy();
        this.orderedAt = orderedAt;
        this.version = version;
    }

    void on(PersonErasureCompleted event, Instant completedAt, long version) {
        var erased = event.erased();
        customers = erased.customers();
        tickets = erased.tickets();
        accounts = erased.accounts();
        events = erased.events();
        files = erased.files();
        position = erased.position();
        this.completedAt = completedAt;
        this.version = version;
    }

    @Override
    public String getId() {
        return erasureId;
    }
}
