package dev.callout.platform.http;

import dev.callout.api.Refusal;
import dev.callout.api.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Finds the problem in an exception, however deep Axon, Spring or a future wrapped it. Empty means: an accident of our
 * own, of which the caller learns nothing.
 */
final class ProblemTranslator {

    /** How Axon Server words a sequence number that is already taken. */
    private static final String TAKEN_ON_AXON_SERVER = "AXONIQ-2000";

    private static final List<Function<Throwable, Problem>> READINGS = List.of(
            ProblemTranslator::ours,
            ProblemTranslator::refused,
            ProblemTranslator::decidedByTheStore,
            ProblemTranslator::storeAway,
            ProblemTranslator::badInput,
            ProblemTranslator::saidBySpring,
            ProblemTranslator::brokenOff);

    private ProblemTranslator() {}

    static Optional<Problem> translate(Throwable thrown) {
        var chain = chain(thrown);
        return READINGS.stream()
                .flatMap(reading -> chain.stream().map(reading))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static List<Throwable> chain(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (var link = thrown; link != null && chain.size() < 20; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    private static Problem ours(Throwable link) {
        return link instanceof ProblemException problem ? problem.problem() : null;
    }

    private static Problem refused(Throwable link) {
        return link instanceof HandlerExecutionException refused
                ? refused.getDetails()
                        .filter(Refusal.class::isInstance)
                        .map(details -> Problem.of((Refusal) details))
                        .orElse(null)
                : null;
    }

    private static Problem decidedByTheStore(Throwable link) {
        if (link instanceof AggregateNotFoundException || link instanceof IncompatibleAggregateException) {
            return Problem.of(ProblemCode.NOT_FOUND);
        }
        if (link instanceof AggregateStreamCreationException) {
            return Problem.of(new Refusal(RefusalCode.ALREADY_EXISTS, "It exists already."));
        }
        if (link instanceof ConflictingAggregateVersionException || link instanceof ConflictingModificationException) {
            return Problem.of(ProblemCode.VERSION_CHANGED);
        }
        if (link instanceof ConcurrencyException
                || (link.getMessage() != null && link.getMessage().contains(TAKEN_ON_AXON_SERVER))) {
            return Problem.of(ProblemCode.CONCURRENT_CHANGE).with("Retry-After", "1");
        }
        return null;
    }

    private static Problem storeAway(Throwable link) {
        return StoreAway.isMeantBy(link)
                ? Problem.of(ProblemCode.STORE_UNAVAILABLE).with("Retry-After", "5")
                : null;
    }

    private static Problem brokenOff(Throwable link) {
        return BrokenRequest.isMeantBy(link)
                ? Problem.of(
                        ProblemCode.BAD_REQUEST, "The request broke off, or its parts do not fit together.", List.of())
                : null;
    }

    private static Problem badInput(Throwable link) {
        if (link instanceof HttpMessageNotReadableException unreadable) {
            return UnreadableBody.problem(unreadable);
        }
        if (link instanceof MultipartException && !(link instanceof MaxUploadSizeExceededException)) {
            return Problem.of(ProblemCode.BAD_REQUEST, "The form cannot be read.", List.of());
        }
        return InvalidInput.problem(link);
    }

    private static Problem saidBySpring(Throwable link) {
        if (link instanceof AccessDeniedException) {
            return Problem.of(ProblemCode.NOT_ALLOWED);
        }
        return link instanceof ErrorResponse answer && answer.getStatusCode().value() != 500
                ? Problem.of(ProblemCode.of(answer.getStatusCode().value())).with(answer.getHeaders())
                : null;
    }
}
