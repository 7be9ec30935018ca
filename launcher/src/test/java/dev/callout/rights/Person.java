package dev.callout.rights;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;

/** Somebody with an account of one role, signed in. */
public record Person(Role role, String accountId, String customerId, String contactId, Caller caller) {

    public Answer get(String path) {
        return caller.get(path);
    }

    public Answer post(String path, Object body) {
        return caller.post(path, body);
    }

    Actor actor() {
        return new Actor(accountId, role, customerId, contactId, "test");
    }

    @Override
    public String toString() {
        return role.name();
    }
}
