package dev.callout.query.customer;

import dev.callout.api.customer.CustomerDetails;
import dev.callout.api.customer.CustomerPage;
import dev.callout.api.customer.FindCustomer;
import dev.callout.api.customer.ListCustomers;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import dev.callout.query.http.MomentParameters;
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

/** Lets staff read who our customers are, and customers what we know of them. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class CustomerReadController {

    private final Asking asking;

    CustomerReadController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    @Operation(summary = "List customers by name")
    @ReadsFrom(value = View.CUSTOMERS, asOf = View.CUSTOMER_TIMELINE)
    Listing<CustomerPage.Line> list(
            @ParameterObject TextListParameters parameters, @ParameterObject MomentParameters then) {
        var list = then.nameOf("customers");
        var page = asking.ask(
                new ListCustomers(
                        parameters.text(),
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count()),
                        then.moment()),
                CustomerPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @GetMapping("/{customerId}")
    @Operation(summary = "Read one customer with its contacts and sites")
    @ReadsFrom(View.CUSTOMERS)
    ResponseEntity<CustomerDetails> find(@PathVariable String customerId, @ParameterObject MomentParameters then) {
        var customer = asking.ask(
                new FindCustomer(customerId, asking.actor().visibleContact(), then.moment()), CustomerDetails.class);
        return ResponseEntity.ok().eTag("\"" + customer.version() + "\"").body(customer);
    }
}
