package dev.callout.query.customer;

import static dev.callout.query.sql.Columns.constant;

import dev.callout.api.customer.CustomerDetails;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.CustomerPage;
import dev.callout.api.customer.FindCustomer;
import dev.callout.api.customer.ListCustomers;
import dev.callout.api.customer.PostalAddress;
import dev.callout.query.Refused;
import dev.callout.query.past.Lifetime;
import dev.callout.query.past.Past;
import dev.callout.query.sql.Keyset;
import dev.callout.query.sql.Keyset.Column;
import dev.callout.query.sql.Keyset.Kind;
import dev.callout.query.sql.PageReader;
import dev.callout.query.sql.Snapshot;
import dev.callout.query.sql.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who our customers are. */
@Component
class CustomerQueries {

    private static final Keyset BY_NAME =
            Keyset.of("name", false, new Column("name", Kind.TEXT), new Column("customer_id", Kind.TEXT));

    private final PageReader pages;
    private final Snapshot snapshot;
    private final JdbcClient db;
    private final Past past;
    private final CustomersProjection projection;

    CustomerQueries(PageReader pages, Snapshot snapshot, JdbcClient db, Past past, CustomersProjection projection) {
        this.pages = pages;
        this.snapshot = snapshot;
        this.db = db;
        this.past = past;
        this.projection = projection;
    }

    @QueryHandler
    CustomerPage handle(ListCustomers query) {
        var page = pages.read(
                query.at() == null ? "customer" : "customer_timeline",
                "SELECT * FROM page",
                (query.at() == null ? new Where() : Lifetime.at(query.at())).words("search_text", query.text()),
                BY_NAME,
                query.pageSize(),
                query.after(),
                query.count(),
                CustomerQueries::line);
        return new CustomerPage(page.items(), page.next(), page.total());
    }

    private static CustomerPage.Line line(ResultSet row) throws SQLException {
        return new CustomerPage.Line(
                row.getString("customer_id"),
                row.getString("name"),
                constant(row, "kind", CustomerKind.class),
                row.getBoolean("vip"),
                row.getString("email"),
                row.getString("phone"),
                row.getLong("version"));
    }

    @QueryHandler
    CustomerDetails handle(FindCustomer query) {
        if (query.at() == null) {
            return find(query.customerId(), query.contactId());
        }
        var story = Past.until(query.at(), past.story(query.customerId()));
        return past.ask(projection, story, () -> find(query.customerId(), query.contactId()));
    }

    private CustomerDetails find(String customerId, String contactId) {
        return snapshot.read(() -> db.sql("SELECT * FROM customer WHERE customer_id = :customer")
                .param("customer", customerId)
                .query((row, number) -> details(row, contactId))
                .optional()
                .orElseThrow(Refused::notFound));
    }

    private CustomerDetails details(ResultSet row, String contactId) throws SQLException {
        var customerId = row.getString("customer_id");
        return new CustomerDetails(
                customerId,
                constant(row, "kind", CustomerKind.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("language"),
                row.getBoolean("vip"),
                row.getString("plan"),
                row.getString("sla_policy_id"),
                contacts(customerId, contactId),
                sites(customerId),
                row.getLong("version"));
    }

    private List<CustomerDetails.Contact> contacts(String customerId, String contactId) {
        return db.sql("SELECT * FROM customer_contact WHERE customer_id = :customer"
                        + " AND (CAST(:contact AS text) IS NULL OR contact_id = :contact) ORDER BY name, contact_id")
                .param("customer", customerId)
                .param("contact", contactId)
                .query((row, number) -> new CustomerDetails.Contact(
                        row.getString("contact_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("language")))
                .list();
    }

    private List<CustomerDetails.Site> sites(String customerId) {
        return db.sql("SELECT * FROM customer_site WHERE customer_id = :customer ORDER BY name, site_id")
                .param("customer", customerId)
                .query((row, number) -> new CustomerDetails.Site(
                        row.getString("site_id"),
                        row.getString("name"),
                        new PostalAddress(
                                row.getString("street"),
                                row.getString("postal_code"),
                                row.getString("city"),
                                row.getString("country"))))
                .list();
    }
}
