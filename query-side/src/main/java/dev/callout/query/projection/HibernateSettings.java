package dev.callout.query.projection;

import java.util.Map;
import org.axonframework.eventhandling.deadletter.jpa.DeadLetterEntry;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;

/** What the projections need of Hibernate: statements in batches, tables made by Flyway and only checked here. */
@Configuration(proxyBeanMethods = false)
class HibernateSettings {

    /** Ours, and of Axon's only the dead letters: events, tokens and snapshots are read without JPA. */
    @Bean
    PersistenceManagedTypes persistenceManagedTypes(ResourceLoader resources) {
        return new PersistenceManagedTypesScanner(resources)
                .scan("dev.callout.query", DeadLetterEntry.class.getPackageName());
    }

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
