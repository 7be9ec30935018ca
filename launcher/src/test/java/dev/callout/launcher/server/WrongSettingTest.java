package dev.callout.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class WrongSettingTest {

    @Test
    void is_named_as_the_environment_names_it_with_what_it_should_be() {
        assertThat(with("callout.probe.tries-per-hour", "many"))
                .isEqualTo(
                        "CALLOUT_PROBE_TRIES_PER_HOUR (callout.probe.tries-per-hour) must be a whole number, not \"many\".");
        assertThat(with("callout.probe.wait", "soon")).contains("CALLOUT_PROBE_WAIT", "a duration", "\"soon\"");
        assertThat(with("callout.probe.zone", "Atlantis"))
                .contains("CALLOUT_PROBE_ZONE", "a time zone", "\"Atlantis\"");
        assertThat(with("callout.probe.secure", "maybe"))
                .contains("CALLOUT_PROBE_SECURE", "true or false", "\"maybe\"");
        assertThat(with("callout.post.port", "twenty")).contains("CALLOUT_POST_PORT", "a whole number", "\"twenty\"");
    }

    @Test
    void is_not_blamed_for_another_failure() {
        assertThat(WrongSetting.in(new IllegalStateException("no room", new NumberFormatException("x"))))
                .isEmpty();
    }

    private static String with(String property, String value) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of(property, value)));
            context.register(Settings.class);
            return WrongSetting.in(catchThrowable(context::refresh)).orElseThrow();
        }
    }

    @EnableConfigurationProperties(Post.class)
    static class Settings {

        Settings(
                @Value("${callout.probe.tries-per-hour:1}") int tries,
                @Value("${callout.probe.wait:1s}") Duration wait,
                @Value("${callout.probe.zone:UTC}") ZoneId zone,
                @Value("${callout.probe.secure:true}") boolean secure,
                Post post) {}
    }

    @ConfigurationProperties("callout.post")
    record Post(int port) {}
}
