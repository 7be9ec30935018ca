package dev.callout.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that every part of every process goes by; tests set it. */
@Configuration(proxyBeanMethods = false)
class TimeOfDay {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
