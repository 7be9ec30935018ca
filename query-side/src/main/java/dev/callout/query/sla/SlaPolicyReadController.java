package dev.callout.query.sla;

import dev.callout.api.sla.FindSlaPolicy;
import dev.callout.api.sla.ListSlaPolicies;
import dev.callout.api.sla.SlaPolicyDetails;
import dev.callout.api.sla.SlaPolicyPage;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.TextListParameters;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff read what we promise, now and in every version before. */
@RestController
@RequestMapping("/api/v1/service-desk/sla-policies")
@Tag(name = "SLA policies")
class SlaPolicyReadController {

    private static final String LIST = "sla-policies";

    private final Asking asking;

    SlaPolicyReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List policies by name, each in its newest version")
    @ReadsFrom(View.SLA_POLICIES)
    Listing<SlaPolicyPage.Line> list(@ParameterObject TextListParameters parameters) {
        var page = asking.ask(
                new ListSlaPolicies(
                        parameters.text(),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(LIST, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                SlaPolicyPage.class);
        return asking.listing(LIST, page.items(), page.next(), page.total());
    }

    @GetMapping("/{policyId}")
    @Operation(summary = "Read one policy in its newest version")
    @ReadsFrom(View.SLA_POLICIES)
    ResponseEntity<SlaPolicyDetails> find(@PathVariable String policyId) {
        return answer(new FindSlaPolicy(policyId, null));
    }

    @GetMapping("/{policyId}/versions/{version}")
    @Operation(summary = "Read one policy as it was in one of its versions")
    @ReadsFrom(View.SLA_POLICIES)
    ResponseEntity<SlaPolicyDetails> find(@PathVariable String policyId, @PathVariable int version) {
        return answer(new FindSlaPolicy(policyId, version));
    }

    private ResponseEntity<SlaPolicyDetails> answer(FindSlaPolicy question) {
        var found = asking.ask(question, SlaPolicyDetails.class);
        return ResponseEntity.ok().eTag("\"" + found.streamVersion() + "\"").body(found);
    }
}
