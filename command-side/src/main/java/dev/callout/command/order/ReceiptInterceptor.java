package dev.callout.command.order;

import dev.callout.platform.rights.Actors;
import java.util.HexFormat;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps a receipt of every command that was ordered from outside, in the same transaction as its events: all or nothing. */
@Component
@ConditionalOnProperty(name = "callout.event-store", havingValue = "postgres", matchIfMissing = true)
class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String REHEARSAL = "rehearsal";
    static final String REQUEST_HASH = "requestHash";
    static final String AGGREGATE_ID = "aggregateId";
    static final String NUMBER = "number";

    private final Receipts receipts;

    ReceiptInterceptor(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var result = chain.proceed();
        var metaData = work.getMessage().getMetaData();
        if (metaData.containsKey(REHEARSAL)) {
            throw new RehearsalDone(Receipt.of(null, result, null).version());
        }
        var requestHash = (String) metaData.get(REQUEST_HASH);
        if (requestHash != null) {
            receipts.keep(
                    UUID.fromString((String) metaData.get(Actors.COMMAND_ID)),
                    HexFormat.of().parseHex(requestHash),
                    Receipt.of((String) metaData.get(AGGREGATE_ID), result, (String) metaData.get(NUMBER)));
        }
        return result;
    }
}
