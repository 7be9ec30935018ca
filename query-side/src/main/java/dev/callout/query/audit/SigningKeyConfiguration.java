package dev.callout.query.audit;

import dev.callout.platform.audit.SigningKey;
import dev.callout.platform.keys.MasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one key that everything about the history is signed with. */
@Configuration(proxyBeanMethods = false)
class SigningKeyConfiguration {

    @Bean
    SigningKey signingKey(MasterKey masterKey) {
        return new SigningKey(masterKey.deriveLasting(MasterKey.CHECKPOINTS));
    }
}
