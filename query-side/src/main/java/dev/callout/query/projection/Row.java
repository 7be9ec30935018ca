package dev.callout.query.projection;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** A row of a view. It knows whether it is new, so that saving a new one asks the database nothing. */
@MappedSuperclass
public abstract class Row<I> implements Persistable<I> {

    private @Transient boolean stored;

    @Override
    public boolean isNew() {
        return !stored;
    }

    /** Before it is written already: what is saved and deleted within one batch must be gone. */
    @PostLoad
    @PrePersist
    void markStored() {
        stored = true;
    }
}
