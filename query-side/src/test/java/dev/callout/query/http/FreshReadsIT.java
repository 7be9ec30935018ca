package dev.callout.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.query.QueryTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever changed something can wait for every view that shows it. */
@QueryTest
class FreshReadsIT {

    /** They read the events themselves, the state of the machinery or what is kept beside the events. */
    private static final Set<String> NOT_FROM_VIEWS = Set.of(
            "AuditController",
            "EvidenceController",
            "CatalogController",
            "DeadLettersController",
            "ProjectionsController",
            "MailReadController",
            "SecurityLogController",
            "SignInReadController",
            "SlaWhatIfController");

    private @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Test
    void every_read_says_which_views_it_comes_from() {
        var reads = mapping.getHandlerMethods().entrySet().stream()
                .filter(read -> read.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(java.util.Map.Entry::getValue)
                .filter(read -> read.getBeanType().getName().startsWith("dev.callout.query"))
                .filter(read -> !NOT_FROM_VIEWS.contains(read.getBeanType().getSimpleName()))
                .toList();
        assertThat(reads).hasSizeGreaterThan(20);
        assertThat(reads).allMatch(read -> read.hasMethodAnnotation(ReadsFrom.class));
    }
}
