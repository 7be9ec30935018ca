package dev.callout.platform.rights;

import dev.callout.platform.identity.SecurityLog;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** Puts the sender's name and the check of rights on both buses, so that no way in can forget them. */
@Configuration(proxyBeanMethods = false)
class MessageRights {

    @Autowired
    void register(CommandBus commands, ReportingDevice device) {
        commands.registerDispatchInterceptor(device);
    }

    @Autowired
    void register(CommandBus commands, QueryBus queries, SecurityLog log) {
        var rights = new RightsInterceptor();
        commands.registerDispatchInterceptor(new ActorDispatchInterceptor<CommandMessage<?>>());
        commands.registerHandlerInterceptor(new RefusalsNoted(log)); // around the check, or it would hear of no refusal
        commands.registerHandlerInterceptor(rights);
        queries.registerDispatchInterceptor(new ActorDispatchInterceptor<QueryMessage<?, ?>>());
        queries.registerHandlerInterceptor(rights);
    }
}
