package dev.callout.platform.privacy;

import dev.callout.api.Personal;
import org.springframework.stereotype.Component;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Has Jackson seal the fields that tell of a person when it writes them, and open them when it reads. */
@Component
public class PersonalFields extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private final transient Seal seal;

    PersonalFields(Seal seal) {
        this.seal = seal;
    }

    @Override
    public Object findSerializer(MapperConfig<?> config, Annotated field) {
        return field.hasAnnotation(Personal.class) ? new PersonalWriter(seal) : null;
    }

    @Override
    public Object findDeserializer(MapperConfig<?> config, Annotated field) {
        return field.hasAnnotation(Personal.class) ? new PersonalReader(seal) : null;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }
}
