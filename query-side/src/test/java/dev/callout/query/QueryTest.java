package dev.callout.query;

import dev.callout.QueryTestApp;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test against the whole query side: real event store, real processors, real tables. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = QueryTestApp.class,
        properties = {
            "callout.api-docs=true",
            "axon.axonserver.enabled=false",
            "callout.master-key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            "axon.update-check.disabled=true",
            "axon.timeout.enabled=false",
            "spring.jpa.open-in-view=false",
            "spring.main.banner-mode=off"
        })
@Import({EmbeddedDatabase.class, Story.class, Appends.class, Api.class, SetClock.class})
public @interface QueryTest {}
