package dev.callout.platform.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.callout.platform.privacy.PersonalFields;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How messages and tokens are written: JSON, and only of types that we or the framework made. Three beans, because the
 * framework takes one that is missing from another.
 */
@Configuration(proxyBeanMethods = false)
class Serializers {

    @Bean
    @Primary
    Serializer serializer(PersonalFields personal) {
        return sealing(personal);
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(PersonalFields personal) {
        return sealing(personal);
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return json(mapper -> mapper);
    }

    /** What is kept has its personal fields sealed; commands and queries only pass by. */
    private static Serializer sealing(PersonalFields personal) {
        return json(mapper ->
                mapper.annotationIntrospector(AnnotationIntrospector.pair(personal, mapper.annotationIntrospector())));
    }

    private static Serializer json(UnaryOperator<JsonMapper.Builder> special) {
        RevisionResolver revisions = new AnnotationRevisionResolver();
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .allowIfSubType("dev.callout.")
                .build();
        return new OurTypesOnly(Jackson3Serializer.builder()
                .revisionResolver(revisions)
                .jsonMapperBuilderCustomizer(mapper -> special.apply(mapper)
                        .polymorphicTypeValidator(allowed)
                        // what can be derived, such as isAssigned(), does not belong into stored events
                        .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))));
    }

    /** What is stored names its own class; of foreign ones none is ever made. */
    private static final class OurTypesOnly extends Jackson3Serializer {

        private static final Pattern ALLOWED = Pattern.compile(
                "empty|\\[+[A-Z]|(\\[+L)?(dev\\.callout|org\\.axonframework|org\\.joda\\.money|java\\.(lang|util|time|math))\\..*");

        OurTypesOnly(Builder builder) {
            super(builder);
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            return ALLOWED.matcher(type.getName()).matches() ? super.classForType(type) : UnknownSerializedType.class;
        }
    }
}
