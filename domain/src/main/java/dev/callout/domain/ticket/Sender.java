package dev.callout.domain.ticket;

import dev.callout.api.identity.Role;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Who sends the command that is being handled, as its metadata says; without role if it says nothing. */
record Sender(String accountId, Role role, String channel) {

    static Sender ofCurrentCommand() {
        var metaData =
                CurrentUnitOfWork.map(work -> work.getMessage().getMetaData()).orElse(MetaData.emptyInstance());
        var role = (String) metaData.get("role");
        return new Sender((String) metaData.get("actor"), role == null ? null : Role.valueOf(role), (String)
                metaData.get("channel"));
    }

    boolean is(String other) {
        return accountId != null && accountId.equals(other);
    }

    /** Whether it tells a made-up history, which happened at no time. */
    boolean makesUp() {
        return "demo".equals(channel);
    }
}
