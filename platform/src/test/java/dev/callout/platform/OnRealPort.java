package dev.callout.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against the real port of the platform; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.update-check.disabled=true",
            "callout.api-docs=true",
            "callout.master-key=" + OnRealPort.MASTER_KEY,
            "callout.sign-in.tries-per-address-and-minute=1000",
            "callout.operator-key-file=target/operator-key"
        })
public @interface OnRealPort {

    String MASTER_KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
}
