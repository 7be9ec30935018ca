package dev.callout.web;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The screens alone, behind a sign-in like the product's. */
@SpringBootApplication
public class WebTestApp {

    @Bean
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/sign-in", "/error", "/assets/**", "/webjars/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .csrf(withDefaults())
                .build();
    }

    @Bean
    @SuppressWarnings("deprecation") // plain passwords are good enough for a test
    UserDetailsService people() {
        var person = User.withDefaultPasswordEncoder();
        return new InMemoryUserDetailsManager(
                person.username("dispatcher").password("pw").roles("DISPATCHER").build(),
                person.username("acme-user")
                        .password("pw")
                        .roles("CUSTOMER_USER")
                        .build(),
                person.username("<script>alert(1)</script>")
                        .password("pw")
                        .roles("MANAGER")
                        .build());
    }
}
