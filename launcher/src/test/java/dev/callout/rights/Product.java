package dev.callout.rights;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** The classes of the product as they are compiled, and what they handle. */
final class Product {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.callout");

    static final Set<Class<?>> COMMANDS = handledBy(CommandHandler.class);
    static final Set<Class<?>> QUERIES = handledBy(QueryHandler.class);

    private Product() {}

    private static Set<Class<?>> handledBy(Class<? extends Annotation> handler) {
        return CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> code.isAnnotatedWith(handler))
                .map(code -> code.getRawParameterTypes().get(0).reflect())
                .collect(toSet());
    }
}
