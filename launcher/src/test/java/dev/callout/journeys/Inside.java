package dev.callout.journeys;

import dev.callout.RunningCallout;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A window into the product that runs in this JVM, for what HTTP does not show: its tables and its beans. */
@Component
public class Inside {

    private static final Map<Path, ApplicationContext> CONTEXTS = new ConcurrentHashMap<>();

    Inside(ApplicationContext context, @Value("${callout.data-folder}") Path folder) {
        CONTEXTS.put(folder, context);
    }

    public static ApplicationContext of(RunningCallout callout) {
        return CONTEXTS.get(callout.dataFolder());
    }

    public static JdbcClient database(RunningCallout callout) {
        return of(callout).getBean(JdbcClient.class);
    }
}
