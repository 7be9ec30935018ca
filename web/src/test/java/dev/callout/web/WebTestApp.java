package dev.callout.web;

import static org.mockito.Mockito.mock;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.web.frame.PageCursors;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

/** The screens alone, behind a sign-in like the product's. */
@SpringBootApplication
public class WebTestApp {

    @Bean
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/forgot", "/set-password", "/error", "/assets/**", "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"))
                .csrf(withDefaults())
                .build();
    }

    /** The product seals them. */
    @Bean
    PageCursors cursors() {
        return new PageCursors() {
            @Override
            public String seal(Actor actor, String list, String cursor) {
                return cursor;
            }

            @Override
            public String open(Actor actor, String list, String sealed) {
                return sealed;
            }
        };
    }

    /** Nothing is ordered from here that a test would not look at. */
    @Bean
    CommandGateway commands() {
        return mock(CommandGateway.class);
    }

    /** Everybody's password is "pw"; a user name with a company in front is a customer's. */
    @Bean
    AuthenticationProvider people() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication typed) {
                if (!"pw".equals(typed.getCredentials())) {
                    throw new BadCredentialsException("wrong");
                }
                return new Person(typed.getName(), actor(typed.getName()));
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    private static Actor actor(String username) {
        return switch (username) {
            case "acme-user" -> new Actor("ACC-1", Role.CUSTOMER_USER, "CUS-1", "CON-1", "web");
            case "acme-nobody" -> new Actor("ACC-2", Role.CUSTOMER_USER, "CUS-1", null, "web");
            case "acme-admin" -> new Actor("ACC-3", Role.CUSTOMER_ADMIN, "CUS-1", "CON-2", "web");
            case "manager" -> new Actor("ACC-manager", Role.MANAGER, null, null, "web");
            default -> new Actor("ACC-4", Role.DISPATCHER, null, null, "web");
        };
    }

    private static final class Person extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient Actor actor;

        Person(String username, Actor actor) {
            super(List.of());
            this.actor = actor;
            setDetails(username);
            setAuthenticated(true);
        }

        @Override
        public String getName() {
            return actor.accountId();
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return actor;
        }
    }
}
