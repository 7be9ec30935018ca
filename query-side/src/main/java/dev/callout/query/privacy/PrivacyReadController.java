package dev.callout.query.privacy;

import dev.callout.api.privacy.ErasureDetails;
import dev.callout.api.privacy.ErasurePage;
import dev.callout.api.privacy.FindErasure;
import dev.callout.api.privacy.FindPerson;
import dev.callout.api.privacy.ListErasures;
import dev.callout.api.privacy.ListTicketsOfPerson;
import dev.callout.api.privacy.PersonTraces;
import dev.callout.api.privacy.TicketOfPerson;
import dev.callout.api.privacy.TicketOfPersonPage;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the privacy officer where a person is known, and everybody concerned what was erased. */
@RestController
@RequestMapping("/api/v1/privacy")
@Tag(name = "Privacy")
class PrivacyReadController {

    record PageParameters(String pageSize, String after, String count) {}

    private final Asking asking;

    PrivacyReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping("/persons/{personId}")
    @Operation(summary = "Look where a person is known, before erasing them")
    @ReadsFrom({View.CUSTOMERS, View.ACCOUNTS, View.TICKET_DETAILS, View.TICKET_HISTORY})
    PersonTraces person(@PathVariable String personId) {
        return asking.ask(new FindPerson(personId), PersonTraces.class);
    }

    @GetMapping("/persons/{personId}/tickets")
    @Operation(summary = "List the tickets that are a person's or have texts by the person, before erasing them")
    @ReadsFrom({View.CUSTOMERS, View.ACCOUNTS, View.TICKET_DETAILS, View.TICKET_HISTORY})
    Listing<TicketOfPerson> tickets(@PathVariable String personId, @ParameterObject PageParameters parameters) {
        var list = "tickets of " + personId;
        var page = asking.ask(
                new ListTicketsOfPerson(
                        personId,
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                TicketOfPersonPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/erasures")
    @Operation(summary = "List the erasures, the latest first")
    @ReadsFrom(View.ERASURES)
    Listing<ErasureDetails> list(@ParameterObject PageParameters parameters) {
        var list = "erasures";
        var page = asking.ask(
                new ListErasures(
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                ErasurePage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/erasures/{erasureId}")
    @Operation(summary = "Read one erasure; once completed, this is its certificate")
    @ReadsFrom(View.ERASURES)
    ResponseEntity<ErasureDetails> find(@PathVariable String erasureId) {
        var erasure = asking.ask(new FindErasure(erasureId), ErasureDetails.class);
        return ResponseEntity.ok().eTag("\"" + erasure.version() + "\"").body(erasure);
    }
}
