package dev.callout.command.importing;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Actor;
import dev.callout.command.order.Order;
import dev.callout.command.order.Orders;
import dev.callout.command.order.References;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Makes known whom and what imported lines name, each once. */
@Component
class ImportedNames {

    private final Orders orders;
    private final References references;

    /** A shortcut only: nothing that is known is ever forgotten. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ImportedNames(Orders orders, References references) {
        this.orders = orders;
        this.references = references;
    }

    /** How many of them are new here. */
    int makeKnown(Collection<ImportedName> names, Actor actor) {
        var created = 0;
        for (var name : names) {
            if (!known.contains(name.id())) {
                created += isKnown(name) || create(name, actor) ? 0 : 1;
                known.add(name.id());
            }
        }
        return created;
    }

    /** Answers whether somebody else was faster. */
    private boolean create(ImportedName name, Actor actor) {
        var order = new Order(
                ImportedName.uuid(name.command().toString()),
                DigestUtils.sha256(name.command().toString()),
                actor,
                null);
        return orders.send(order, name.aggregateId(), name.command()).replayed();
    }

    private boolean isKnown(ImportedName name) {
        return switch (name.kind()) {
            case CUSTOMER -> holds(() -> references.requireCustomer(name.id()));
            case CONTACT -> holds(() -> references.requireContact(name.aggregateId(), name.id()));
            case SITE -> holds(() -> references.requireSite(name.aggregateId(), name.id()));
            case TEAM -> holds(() -> references.requireTeam(name.id()));
            case ACCOUNT -> references.account(name.id()).isPresent();
        };
    }

    private static boolean holds(Runnable requirement) {
        try {
            requirement.run();
            return true;
        } catch (CommandRefused unknown) {
            return false;
        }
    }
}
