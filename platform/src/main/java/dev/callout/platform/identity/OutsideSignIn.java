package dev.callout.platform.identity;

import dev.callout.api.CommandRefused;
import dev.callout.api.identity.SecurityEventKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-in at a browser by the outside issuer. Whoever comes back lands in the account that is linked; somebody who was
 * signed in before links the own account that way. Nobody else gets in.
 */
@Component
class OutsideSignIn {

    private static final String LINK_REQUIRED = "account-link-required";

    private final OutsideIssuer issuer;
    private final OutsideIdentities identities;
    private final Credentials credentials;
    private final BrowserSession session;
    private final SecurityLog log;

    OutsideSignIn(
            OutsideIssuer issuer,
            OutsideIdentities identities,
            Credentials credentials,
            BrowserSession session,
            SecurityLog log) {
        this.issuer = issuer;
        this.identities = identities;
        this.credentials = credentials;
        this.session = session;
        this.log = log;
    }

    boolean isOffered() {
        return issuer.isConfigured();
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(PageSignIn.PAGE)
                .clientRegistrationRepository(issuer.registrations())
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .userInfoEndpoint(user -> user.oidcUserService(this::known))
                .successHandler(this::succeeded)
                .failureHandler(this::failed);
    }

    /** The person, if there is an account; without one there is nobody to sign in. */
    private OidcUser known(OidcUserRequest request) {
        var token = request.getIdToken();
        var subject = token.getSubject();
        var before = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (before instanceof SignedIn own
                    && credentials
                            .find(own.getName())
                            .filter(Credential::active)
                            .isPresent()) {
                identities.link(own.getName(), token.getIssuer().toString(), subject, null);
            }
        } catch (CommandRefused taken) {
            throw new OAuth2AuthenticationException(new OAuth2Error(LINK_REQUIRED));
        }
        if (identities.account(token.getIssuer().toString(), subject).isEmpty()) {
            log.note(SecurityEventKind.IDENTITY_UNKNOWN, null);
            throw new OAuth2AuthenticationException(new OAuth2Error(LINK_REQUIRED));
        }
        return new DefaultOidcUser(List.of(), token);
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var user = (OidcUser) who.getPrincipal();
        var credential = identities
                .account(user.getIssuer().toString(), user.getSubject())
                .flatMap(credentials::find)
                .filter(Credential::active);
        if (credential.isEmpty()) {
            request.getSession().invalidate();
            response.sendRedirect(PageSignIn.PAGE + "?error");
            return;
        }
        session.letIn(request, response, credential.get());
        response.sendRedirect("/");
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof OAuth2AuthenticationException outside
                && outside.getError().getErrorCode().equals(LINK_REQUIRED)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, LINK_REQUIRED);
        } else {
            response.sendRedirect(PageSignIn.PAGE + "?error");
        }
    }
}
