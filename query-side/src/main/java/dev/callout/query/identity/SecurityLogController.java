package dev.callout.query.identity;

import dev.callout.api.identity.ListSecurityEvents;
import dev.callout.api.identity.SecurityEventKind;
import dev.callout.api.identity.SecurityEventLine;
import dev.callout.api.identity.SecurityEventPage;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets auditors read what happened around signing in. */
@RestController
@RequestMapping("/api/v1/audit/security")
@Tag(name = "Audit")
class SecurityLogController {

    record SecurityLogParameters(String kind, String accountId, String pageSize, String after, String count) {}

    private final Asking asking;

    SecurityLogController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List sign-ins, failures, locks, links and second factors")
    Listing<SecurityEventLine> list(@ParameterObject SecurityLogParameters parameters) {
        var list = "security-log";
        var page = asking.ask(
                new ListSecurityEvents(
                        Filters.constant("kind", parameters.kind(), SecurityEventKind.class),
                        parameters.accountId(),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                SecurityEventPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }
}
