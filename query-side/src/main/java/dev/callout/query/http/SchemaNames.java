package dev.callout.query.http;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the parts of answers in the OpenAPI document after the whole: two answers may both have a {@code Line}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("callout.api-docs")
class SchemaNames {

    /** The first one to be registered is the last one to be asked, after those that handle special cases. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NamesOfParts()).openapi31(mappers.isOpenapi31());
    }

    /** {@code Line} of the record {@code TicketHistory} is {@code TicketHistoryLine}. */
    private static class NamesOfParts extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            var whole = type.getEnclosingClass();
            return whole != null && whole.isRecord()
                    ? getNameOfClass(whole) + type.getSimpleName()
                    : super.getNameOfClass(type);
        }
    }
}
