package dev.callout.platform.axon;

import dev.callout.platform.http.StoreAway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Why a command failed on another node, as far as its sender must tell it apart. */
record RemoteFailure(Kind kind, String message) {

    /** What became of it. */
    enum Kind {
        NOT_THERE,
        THERE_ALREADY,
        VERSION_CHANGED,
        OVERTAKEN,
        STORE_AWAY
    }

    /** How Axon Server words a sequence number that is already taken, and the one that only a creation asks for. */
    private static final String TAKEN = "AXONIQ-2000";

    private static final String FIRST_TAKEN = "Invalid sequence number 0 ";

    static Optional<RemoteFailure> of(Throwable failure) {
        return chain(failure).stream()
                .map(RemoteFailure::kind)
                .flatMap(Optional::stream)
                .findFirst()
                .map(kind -> new RemoteFailure(kind, String.valueOf(failure.getMessage())));
    }

    private static Optional<Kind> kind(Throwable link) {
        if (link instanceof AggregateNotFoundException || link instanceof IncompatibleAggregateException) {
            return Optional.of(Kind.NOT_THERE);
        }
        if (link instanceof AggregateStreamCreationException) {
            return Optional.of(Kind.THERE_ALREADY);
        }
        if (link instanceof ConflictingModificationException) {
            return Optional.of(Kind.VERSION_CHANGED);
        }
        var message = String.valueOf(link.getMessage());
        if (message.contains(TAKEN)) {
            return Optional.of(message.contains(FIRST_TAKEN) ? Kind.THERE_ALREADY : Kind.OVERTAKEN);
        }
        if (link instanceof ConcurrencyException) {
            return Optional.of(Kind.OVERTAKEN);
        }
        return StoreAway.isMeantBy(link) ? Optional.of(Kind.STORE_AWAY) : Optional.empty();
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var link = failure; link != null && chain.size() < 20; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    /** The exception as it would have been thrown, had the command been handled here. */
    RuntimeException asIfThrownHere(Throwable cause) {
        return switch (kind) {
            case NOT_THERE -> new AggregateNotFoundException("elsewhere", message, cause);
            case THERE_ALREADY -> new AggregateStreamCreationException(message, cause);
            case VERSION_CHANGED -> new ConflictingAggregateVersionException(message, 0, 0, cause);
            case OVERTAKEN -> new ConcurrencyException(message, cause);
            case STORE_AWAY -> new DataAccessResourceFailureException(message, cause);
        };
    }
}
