package dev.callout.query.audit;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The names of all events there can be, as the records themselves tell. */
final class EventNames {

    private static final String RECORDS = "dev.callout.api";

    static final Set<String> ALL = find();

    private EventNames() {}

    private static Set<String> find() {
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        return records.findCandidateComponents(RECORDS).stream()
                .map(found -> ClassUtils.getShortName(found.getBeanClassName()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
