package dev.callout.query.mail;

import dev.callout.api.mail.ListMail;
import dev.callout.api.mail.MailLine;
import dev.callout.api.mail.MailPage;
import dev.callout.api.mail.MailState;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets managers see what became of the mail that was to leave. */
@RestController
@RequestMapping("/api/v1/mail")
@Tag(name = "Mail")
class MailReadController {

    record MailListParameters(String state, String pageSize, String after, String count) {}

    private final Asking asking;

    MailReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List the mail that left, waits or failed")
    Listing<MailLine> list(@ParameterObject MailListParameters parameters) {
        var list = "mail";
        var page = asking.ask(
                new ListMail(
                        Filters.constant("state", parameters.state(), MailState.class),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                MailPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }
}
