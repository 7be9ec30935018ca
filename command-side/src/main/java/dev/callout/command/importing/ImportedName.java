package dev.callout.command.importing;

import dev.callout.api.assignment.FormTeam;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody or something that lines mention by name, with the command that makes it known here. The id follows from the
 * name, so that the same name means the same one in every import.
 */
record ImportedName(Kind kind, String id, String aggregateId, Object command) {

    enum Kind {
        CUSTOMER,
        CONTACT,
        SITE,
        TEAM,
        ACCOUNT
    }

    static final String SOURCE = "ServiceNow";

    /** An export doesn't say which company a caller belongs to, so all of them belong to this one. */
    static final ImportedName CUSTOMER = customer("Imported from ServiceNow");

    private static ImportedName customer(String name) {
        var id = id("CUS-", name);
        return new ImportedName(
                Kind.CUSTOMER, id, id, new RegisterCustomer(id, CustomerKind.BUSINESS, name, null, null, null, false));
    }

    static ImportedName contact(String name) {
        var id = id("CON-", name);
        return new ImportedName(
                Kind.CONTACT, id, CUSTOMER.id(), new AddContact(CUSTOMER.id(), id, name, null, null, null));
    }

    static ImportedName site(String name) {
        var id = id("SIT-", name);
        return new ImportedName(Kind.SITE, id, CUSTOMER.id(), new AddSite(CUSTOMER.id(), id, name, null));
    }

    static ImportedName team(String name) {
        var id = id("TEA-", name);
        return new ImportedName(Kind.TEAM, id, id, new FormTeam(id, name));
    }

    static ImportedName technician(String name) {
        return account(name, Role.TECHNICIAN);
    }

    static ImportedName supporter(String name) {
        return account(name, Role.SUPPORT);
    }

    /** Nobody can sign in to it: it has no password. */
    private static ImportedName account(String name, Role role) {
        var id = id("ACC-", role + " " + name);
        return new ImportedName(
                Kind.ACCOUNT, id, id, new OpenAccount(id, username(name), name, role, null, null, null));
    }

    private static String username(String name) {
        return "servicenow."
                + name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
    }

    /** The id of what goes by this name over there. */
    static String id(String prefix, String name) {
        return prefix + uuid(prefix + name);
    }

    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes((SOURCE + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
