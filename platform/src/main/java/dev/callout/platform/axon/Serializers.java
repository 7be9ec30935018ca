package dev.callout.platform.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How messages and tokens are written: JSON, and only of types that we or the framework made. Three beans, because the
 * framework takes one that is missing from another.
 */
@Configuration(proxyBeanMethods = false)
class Serializers {

    @Bean
    @Primary
    Serializer serializer() {
        return json();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return json();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return json();
    }

    private static Serializer json() {
        RevisionResolver revisions = new AnnotationRevisionResolver();
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .allowIfSubType("dev.callout.")
                .build();
        return Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(allowed)
                        // what can be derived, such as isAssigned(), does not belong into stored events
                        .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE)))
                .build();
    }
}
