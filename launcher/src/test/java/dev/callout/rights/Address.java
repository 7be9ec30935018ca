package dev.callout.rights;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.callout.api.identity.AllowedTo;
import dev.callout.api.identity.Role;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** One way in over HTTP, and the messages that can be sent by it: found in the code, so that no list can lie. */
public record Address(String method, String path, Set<Class<?>> messages) {

    /** Every way in there is, screens included. */
    static List<Address> all() {
        return Product.CLASSES.stream()
                .filter(type -> type.isMetaAnnotatedWith(Controller.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .flatMap(Address::of)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private static Stream<Address> of(JavaMethod handler) {
        var here = AnnotatedElementUtils.findMergedAnnotation(handler.reflect(), RequestMapping.class);
        var above =
                AnnotatedElementUtils.findMergedAnnotation(handler.getOwner().reflect(), RequestMapping.class);
        var messages = messages(handler);
        return paths(above)
                .flatMap(base -> paths(here)
                        .flatMap(path -> Arrays.stream(here.method())
                                .map(method -> new Address(method.name(), base + path, messages))));
    }

    private static Stream<String> paths(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }

    /** What is made on the way from a method through all that it calls. */
    private static Set<Class<?>> messages(JavaMethod handler) {
        var seen = new HashSet<JavaCodeUnit>(Set.of(handler));
        var toDo = new ArrayDeque<JavaCodeUnit>(seen);
        var messages = new HashSet<Class<?>>();
        while (!toDo.isEmpty()) {
            for (var target : targets(toDo.remove())) {
                if (target.getOwner().isAnnotatedWith(AllowedTo.class)) {
                    if (target.getName().equals("<init>")) {
                        messages.add(target.getOwner().reflect());
                    }
                } else if (target.getOwner().getPackageName().startsWith("dev.callout")) {
                    target.resolveMember()
                            .map(JavaCodeUnit.class::cast)
                            .filter(seen::add)
                            .ifPresent(toDo::add);
                }
            }
        }
        return messages;
    }

    private static Set<CodeUnitAccessTarget> targets(JavaCodeUnit code) {
        return Stream.concat(
                        code.getCallsFromSelf().stream().map(call -> (CodeUnitAccessTarget) call.getTarget()),
                        code.getCodeUnitReferencesFromSelf().stream()
                                .map(reference -> (CodeUnitAccessTarget) reference.getTarget()))
                .collect(toSet());
    }

    /** Whether somebody of this role has something to say there. */
    public static boolean isFor(Role role, String address) {
        return all().stream()
                .filter(known -> known.toString().equals(address))
                .flatMap(known -> known.messages().stream())
                .anyMatch(message -> new Message(message).allows(role));
    }

    boolean isOfTheApi() {
        return path.startsWith("/api/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    static String list(List<Address> addresses) {
        return addresses.stream()
                .map(address -> "`" + address.method + " " + address.path.replace("/api/v1", "") + "`")
                .distinct()
                .collect(joining("<br>"));
    }
}
