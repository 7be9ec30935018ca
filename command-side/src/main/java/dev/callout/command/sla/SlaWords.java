package dev.callout.command.sla;

import dev.callout.api.sla.Flaw;
import dev.callout.command.ticket.TicketCatalog;
import dev.callout.platform.http.FieldProblem;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The words that a policy and a customer's agreement may be made of; whatever else is said is refused. */
@Component
@EnableConfigurationProperties(SlaSettings.class)
public class SlaWords {

    private final List<String> plans;
    private final List<String> categories;

    SlaWords(SlaSettings settings, TicketCatalog catalog) {
        plans = settings.plans();
        categories = catalog.categories();
    }

    /** Null is no plan at all, and fine. */
    public void requirePlan(String field, String plan) {
        require(field, plan, plans);
    }

    void requireCategory(String field, String category) {
        require(field, category, categories);
    }

    private static void require(String field, String word, List<String> known) {
        if (word != null && !known.contains(word)) {
            throw ProblemException.invalid(field, "UNKNOWN_WORD", "must be one of " + String.join(", ", known));
        }
    }

    static void requireNoFlaws(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.VALIDATION_FAILED,
                    null,
                    flaws.stream()
                            .map(flaw -> new FieldProblem(flaw.field(), flaw.code(), flaw.message()))
                            .toList());
        }
    }
}
