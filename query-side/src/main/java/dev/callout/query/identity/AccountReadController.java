package dev.callout.query.identity;

import dev.callout.api.identity.AccountDetails;
import dev.callout.api.identity.AccountPage;
import dev.callout.api.identity.FindAccount;
import dev.callout.api.identity.ListAccounts;
import dev.callout.api.identity.Role;
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

/** Lets staff read who may sign in. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
class AccountReadController {

    record AccountListParameters(String role, String text, String pageSize, String after, String count) {}

    private final Asking asking;

    AccountReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List who may sign in")
    @ReadsFrom(View.ACCOUNTS)
    Listing<AccountDetails> list(@ParameterObject AccountListParameters parameters) {
        var list = "accounts";
        var page = asking.ask(
                new ListAccounts(
                        ownCompany(),
                        Filters.constant("role", parameters.role(), Role.class),
                        parameters.text(),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                AccountPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/{accountId}")
    @Operation(summary = "Read one account")
    @ReadsFrom(View.ACCOUNTS)
    ResponseEntity<AccountDetails> find(@PathVariable String accountId) {
        var account = asking.ask(new FindAccount(accountId, ownCompany()), AccountDetails.class);
        return ResponseEntity.ok().eTag("\"" + account.version() + "\"").body(account);
    }

    /** People on the customer's side ask about their own company alone. */
    private String ownCompany() {
        return asking.actor().role().isCustomer() ? asking.actor().customerId() : null;
    }
}
