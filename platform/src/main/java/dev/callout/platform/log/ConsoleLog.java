package dev.callout.platform.log;

import dev.callout.platform.WillNotStart;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Sends the whole log to the console as JSON lines where {@code CALLOUT_LOG=json} asks for it, as containers do. */
class ConsoleLog implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var wanted = environment.getProperty("CALLOUT_LOG", "text");
        if (wanted.equals("json")) {
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new MapPropertySource(
                                    "console log",
                                    Map.of(
                                            "logging.structured.format.console",
                                            "ecs",
                                            "logging.threshold.console",
                                            "info")));
        } else if (!wanted.equals("text")) {
            throw new WillNotStart("CALLOUT_LOG must be text or json, not \"" + wanted + "\".");
        }
    }
}
