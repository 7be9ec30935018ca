package dev.callout.query.projection;

import java.util.Map;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the projections need of Hibernate: statements in batches, tables made by Flyway and only checked here. */
@Configuration(proxyBeanMethods = false)
class HibernateSettings {

    @Bean
    HibernatePropertiesCustomizer projectionHibernateSettings() {
        return settings -> settings.putAll(Map.of(
                "hibernate.dialect",
                ByteaPostgreSqlDialect.class.getName(),
                "hibernate.hbm2ddl.auto",
                "validate",
                "hibernate.jdbc.batch_size",
                ProjectionProcessors.BATCH_SIZE,
                "hibernate.jdbc.time_zone",
                "UTC",
                "hibernate.order_inserts",
                true,
                "hibernate.order_updates",
                true,
                "hibernate.query.in_clause_parameter_padding",
                true));
    }
}
