package dev.callout.platform.identity;

import dev.callout.platform.http.BaseUrl;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** The OpenID Connect issuer that may say who people are, if the operator named one. It is asked when first needed. */
@Component
class OutsideIssuer {

    static final String REGISTRATION = "outside";

    private final String uri;
    private final String clientId;
    private final String clientSecret;
    private final String audience;
    private final BaseUrl baseUrl;

    OutsideIssuer(
            @Value("${callout.oidc.issuer-uri:}") String uri,
            @Value("${callout.oidc.client-id:}") String clientId,
            @Value("${callout.oidc.client-secret:}") String clientSecret,
            @Value("${callout.oidc.audience:${callout.oidc.client-id:}}") String audience,
            BaseUrl baseUrl) {
        this.uri = uri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.audience = audience;
        this.baseUrl = baseUrl;
    }

    boolean isConfigured() {
        return !uri.isBlank();
    }

    boolean is(String issuer) {
        return isConfigured() && uri.equals(issuer);
    }

    /** How a browser is sent there and comes back: with a code, a state and a proof key. */
    ClientRegistrationRepository registrations() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(uri)
                .registrationId(REGISTRATION)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .redirectUri(baseUrl.to("/login/oauth2/code/" + REGISTRATION))
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Reads access tokens made by the issuer for us; refuses all others. */
    JwtDecoder accessTokens() {
        return new SupplierJwtDecoder(() -> {
            var keys = Objects.requireNonNull(ClientRegistrations.fromIssuerLocation(uri)
                    .clientId(clientId)
                    .build()
                    .getProviderDetails()
                    .getJwkSetUri());
            var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                    .jwsAlgorithms(algorithms ->
                            algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                    .validateType(false) // done below, stricter
                    .build();
            decoder.setJwtValidator(forUs());
            return decoder;
        });
    }

    private OAuth2TokenValidator<Jwt> forUs() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(uri),
                new JwtClaimValidator<Object>("exp", Objects::nonNull),
                new JwtClaimValidator<List<String>>("aud", given -> given != null && given.contains(audience)),
                this::isAccessToken);
    }

    /**
     * An access token says so in its type. Issuers older than that type are believed only where the audience tells our
     * API from the client that people sign in with: a token about a sign-in opens nothing here.
     */
    private OAuth2TokenValidatorResult isAccessToken(Jwt token) {
        var type = String.valueOf(token.getHeaders().getOrDefault("typ", "JWT"));
        var isOne = type.equalsIgnoreCase("at+jwt")
                || type.equalsIgnoreCase("application/at+jwt")
                || type.equalsIgnoreCase("JWT") && !audience.equals(clientId);
        return isOne
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
