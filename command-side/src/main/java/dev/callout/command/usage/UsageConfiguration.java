package dev.callout.command.usage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the limits from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UsageLimits.class)
class UsageConfiguration {}
