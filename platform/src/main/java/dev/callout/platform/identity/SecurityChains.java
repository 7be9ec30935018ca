package dev.callout.platform.identity;

import dev.callout.api.identity.Role;
import dev.callout.platform.http.BaseUrl;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.Problems;
import dev.callout.platform.http.RateLimitFilter;
import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The two doors: programs come with a token and leave no trace, browsers come with a session and a CSRF token. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] OPEN_PAGES = {
        PageSignIn.PAGE, CodeForm.PAGE, "/forgot", "/set-password", "/webjars/**", "/assets/**"
    };
    private static final String[] OPEN_ADDRESSES = {
        "/api/v1/auth/token", "/api/v1/auth/refresh", "/api/v1/auth/password-reset", "/api/v1/auth/password"
    };
    private static final String[] API_DOCS = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"
    };

    private final RateLimitFilter rateLimit;
    private final SecondFactorFilter secondFactor;
    private final boolean apiDocs;

    SecurityChains(
            Problems problems,
            SecondFactors secondFactors,
            @Value("${callout.second-factor-required-for:}") Set<Role> secondFactorRequiredFor,
            @Value("${callout.rate-limit.requests-per-10s:1000}") int requestsPer10s,
            @Value("${callout.api-docs:false}") boolean apiDocs) {
        this.rateLimit = new RateLimitFilter(requestsPer10s, OperatorKey.OPERATOR::equals, problems);
        this.secondFactor = new SecondFactorFilter(secondFactorRequiredFor, secondFactors, problems);
        this.apiDocs = apiDocs;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            SignIns signIns,
            Credentials credentials,
            OperatorKey operatorKey,
            OutsideTokens outside,
            ApiRefusals refusals,
            MetricsReaders metricsReaders) {
        headers(http.securityMatcher("/api/**", "/actuator/**"))
                .csrf(AbstractHttpConfigurer::disable) // no cookie signs anybody in here
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new BearerFilter(signIns, credentials, operatorKey, outside), AuthorizationFilter.class)
                .addFilterBefore(rateLimit, AuthorizationFilter.class)
                .addFilterBefore(secondFactor, AuthorizationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(may -> may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OPEN_ADDRESSES)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(metricsReaders)
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            PageSignIn signIn,
            Credentials credentials,
            BrowserSession session,
            OutsideSignIn outside) {
        headers(http)
                .requestCache(RequestCacheConfigurer::disable)
                .formLogin(form -> form.loginPage(PageSignIn.PAGE)
                        .successHandler(signIn::succeeded)
                        .failureHandler(signIn::failed))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> session.end(request))
                        .logoutSuccessUrl(PageSignIn.PAGE + "?bye"))
                .addFilterBefore(new SessionFilter(credentials, session), AuthorizationFilter.class)
                .addFilterBefore(rateLimit, AuthorizationFilter.class)
                .addFilterBefore(secondFactor, AuthorizationFilter.class)
                .exceptionHandling(no -> no.authenticationEntryPoint(signIn::askFor))
                .authorizeHttpRequests(may -> {
                    may.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                            .permitAll()
                            .requestMatchers(OPEN_PAGES)
                            .permitAll();
                    if (apiDocs) {
                        may.requestMatchers(API_DOCS).permitAll();
                    }
                    may.requestMatchers("/actuator/**")
                            .hasRole("ADMIN")
                            .anyRequest()
                            .authenticated();
                });
        if (outside.isOffered()) {
            http.oauth2Login(outside::configure);
        }
        return http.build();
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.cors(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .contentTypeOptions(Customizer.withDefaults())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    /** Timing every filter of every request costs more than most of the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Unknown methods go on to Spring MVC, which says which ones an address takes. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler strangeAddresses(Problems problems) {
        return (request, response, why) -> problems.answer(request, response, ProblemCode.BAD_REQUEST);
    }

    /** Behind https the session's cookie never travels without it, and no neighboring host can set one. */
    @Bean
    ServletContextInitializer cookieBehindHttps(BaseUrl baseUrl) {
        return context -> {
            if (baseUrl.isEncrypted()) {
                var cookie = context.getSessionCookieConfig();
                cookie.setName("__Host-callout");
                cookie.setSecure(true);
                cookie.setPath("/");
            }
        };
    }

    @Bean
    CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofLax();
    }
}
