package dev.callout.domain.ticket;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Writes and reads tickets with the same settings as the running product. */
final class Snapshots {

    private static final Jackson3Serializer JSON = Jackson3Serializer.builder()
            .revisionResolver(new AnnotationRevisionResolver())
            .jsonMapperBuilderCustomizer(
                    mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                    .allowIfSubType("org.axonframework.")
                                    .allowIfSubType("java.util.")
                                    .allowIfSubType("dev.callout.")
                                    .build())
                            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE)))
            .build();

    private Snapshots() {}

    static SerializedObject<String> write(Object anything) {
        return JSON.serialize(anything, String.class);
    }

    static <T> T read(SerializedObject<String> written) {
        return JSON.deserialize(written);
    }
}
