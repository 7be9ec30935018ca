package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.callout.api.CommandRefused;
import dev.callout.api.identity.Role;
import dev.callout.platform.Caller;
import dev.callout.platform.Caller.Answer;
import dev.callout.platform.OnRealPort;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A34 to A36: an outside issuer says who people are, and whoever is not linked stays outside, forged or not. */
@OnRealPort
@DirtiesContext
class OutsideIssuerIT {

    private static final SmallIssuer ISSUER = new SmallIssuer();
    private static final String ME = "/api/v1/auth/me";

    private @Autowired SignedInCaller accounts;
    private @Autowired Credentials credentials;
    private @Autowired OutsideIdentities identities;
    private @Autowired JdbcClient database;
    private @LocalServerPort int port;
    private Caller caller;
    private Credential ben;
    private String subject;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("callout.oidc.issuer-uri", ISSUER::uri);
        properties.add("callout.oidc.client-id", () -> SmallIssuer.CLIENT);
        properties.add("callout.oidc.client-secret", () -> "secret");
    }

    @BeforeEach
    void link() {
        caller = new Caller(port);
        ben = accounts.open(Role.DISPATCHER, null);
        subject = UUID.randomUUID().toString();
        identities.link(ben.accountId(), ISSUER.uri(), subject, null);
    }

    // --- programs

    private Answer bearer(String token) {
        return caller.bearer(token).get(ME);
    }

    @Test
    void lets_in_a_program_whose_bearer_is_linked() {
        var me = bearer(ISSUER.sign("at+jwt", ISSUER.claims(subject).build()));

        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.json().path("accountId").asString()).isEqualTo(ben.accountId());
    }

    @Test
    void no_mail_address_links_anybody() {
        var stranger = bearer(ISSUER.sign("at+jwt", ISSUER.claims("stranger").build()));

        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.code()).isEqualTo("ACCOUNT_LINK_REQUIRED");
        assertThat(identities.account(ISSUER.uri(), "stranger")).isEmpty();
    }

    @Test
    void an_account_that_ended_is_out() {
        credentials.deactivate(ben.accountId());

        assertThat(bearer(ISSUER.sign("at+jwt", ISSUER.claims(subject).build())).status())
                .isEqualTo(401);
    }

    @Test
    void refuses_forged_and_foreign_tokens_without_a_look_elsewhere() throws Exception {
        var visits = ISSUER.strangeVisits.get();
        tokens().forEach((name, token) -> {
            var answer = bearer(token);
            assertThat(answer.status()).as(name).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(name).isEqualTo("Bearer error=\"invalid_token\"");
        });
        assertThat(ISSUER.strangeVisits).as("calls to where a token pointed").hasValue(visits);
    }

    private Map<String, String> tokens() throws Exception {
        var good = ISSUER.claims(subject);
        var past = Date.from(Instant.now().minusSeconds(600));
        var future = Date.from(Instant.now().plusSeconds(600));
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("alg none", new PlainJWT(good.build()).serialize());
        var hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                good.build());
        hmac.sign(new MACSigner(ISSUER.key.toRSAPublicKey().getEncoded()));
        tokens.put("HS256 with the public key", hmac.serialize());
        var foreign = SmallIssuer.generate();
        tokens.put("unknown kid", SmallIssuer.sign(header().keyID("nobody"), good.build(), foreign));
        tokens.put("kid as a path", SmallIssuer.sign(header().keyID("../../etc/passwd"), good.build(), foreign));
        tokens.put("another's key under our kid", SmallIssuer.sign(header(), good.build(), foreign));
        var evil = URI.create(ISSUER.uri() + "/evil");
        tokens.put("jku", SmallIssuer.sign(header().jwkURL(evil), good.build(), foreign));
        tokens.put("x5u", SmallIssuer.sign(header().x509CertURL(evil), good.build(), foreign));
        tokens.put(
                "own key in the header", SmallIssuer.sign(header().jwk(foreign.toPublicJWK()), good.build(), foreign));
        tokens.put("expired", access(ISSUER.claims(subject).expirationTime(past)));
        tokens.put("without end", access(ISSUER.claims(subject).expirationTime(null)));
        tokens.put("not yet", access(ISSUER.claims(subject).notBeforeTime(future)));
        tokens.put("for others", access(ISSUER.claims(subject).audience("others")));
        tokens.put("by others", access(ISSUER.claims(subject).issuer("https://evil.test")));
        tokens.put("about nobody", access(ISSUER.claims(null)));
        tokens.put(
                "id token",
                ISSUER.sign("JWT", ISSUER.claims(subject).claim("nonce", "n").build()));
        tokens.put("too long", access(ISSUER.claims(subject).claim("x", "x".repeat(3_500))));
        var right = access(ISSUER.claims(subject));
        tokens.put("changed", right.substring(0, right.length() - 8) + "AAAAAAAA");
        return tokens;
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(ISSUER.key.getKeyID());
    }

    private static String access(JWTClaimsSet.Builder claims) {
        return ISSUER.sign("at+jwt", claims.build());
    }

    // --- browsers

    /** A browser that was sent to the issuer: its cookie, and what it was to ask there. */
    private record Sent(String cookie, Map<String, String> request) {}

    private Sent send() {
        return send(caller);
    }

    private static Sent send(Caller browser) {
        var away = browser.get("/oauth2/authorization/outside");
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.header("Location")).startsWith(ISSUER.uri() + "/authorize?");
        var cookie = away.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("JSESSIONID="))
                .map(one -> one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElse(null);
        return new Sent(
                cookie,
                SmallIssuer.parameters(URI.create(away.header("Location")).getRawQuery()));
    }

    private Answer comeBack(Sent sent, String code, String state) {
        var path = "/login/oauth2/code/outside?code=" + code
                + (state == null ? "" : "&state=" + state.replace("=", "%3D"));
        return caller.with("Cookie", sent.cookie()).with("Accept", "text/html").get(path);
    }

    private static String session(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signs_a_linked_person_in_with_state_and_proof_key() {
        var sent = send();
        assertThat(sent.request())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/outside")
                .containsKeys("state", "nonce", "code_challenge");
        var back = comeBack(
                sent, ISSUER.grant(subject, sent.request()), sent.request().get("state"));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).endsWith("/");
        assertThat(session(back)).isNotEqualTo(sent.cookie());
        assertThat(caller.with("Cookie", session(back)).get("/board").text()).isEqualTo("DISPATCHER by web");
    }

    @Test
    void keeps_somebody_unlinked_outside() {
        var sent = send();
        var back = comeBack(
                sent, ISSUER.grant("stranger", sent.request()), sent.request().get("state"));
        assertThat(back.status()).isEqualTo(403);
        assertThat(caller.with("Cookie", sent.cookie()).get("/board").status()).isEqualTo(302);
        assertThat(identities.account(ISSUER.uri(), "stranger")).isEmpty();
    }

    @Test
    void takes_no_code_without_its_state_its_proof_or_twice() {
        var sent = send();
        var state = sent.request().get("state");
        refused(comeBack(sent, ISSUER.grant(subject, sent.request()), null));
        var second = send();
        refused(comeBack(second, ISSUER.grant(subject, second.request()), "made-up"));
        var third = send();
        refused(comeBack(
                third, ISSUER.grant(subject, sent.request()), third.request().get("state")));
        var fourth = send();
        var code = ISSUER.grant(subject, fourth.request());
        assertThat(comeBack(fourth, code, fourth.request().get("state")).header("Location"))
                .endsWith("/");
        refused(comeBack(fourth, code, fourth.request().get("state")));
        refused(comeBack(send(), code, state));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/sign-in?error");
    }

    @Test
    void links_to_one_account_alone_and_to_no_other_issuer() {
        var other = accounts.open(Role.ADMIN, null);
        assertThatThrownBy(() -> identities.link(other.accountId(), ISSUER.uri(), subject, null))
                .isInstanceOf(CommandRefused.class);
        assertThatThrownBy(() -> identities.link(other.accountId(), "https://evil.test", "x", null))
                .isInstanceOf(CommandRefused.class);
        assertThat(database.sql("select account_id from outside_identity where subject = ?")
                        .param(subject)
                        .query(String.class)
                        .single())
                .isEqualTo(ben.accountId());
    }
}
