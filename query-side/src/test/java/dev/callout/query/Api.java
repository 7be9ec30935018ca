package dev.callout.query;

import com.jayway.jsonpath.JsonPath;
import dev.callout.api.identity.Actor;
import dev.callout.api.identity.Role;
import dev.callout.platform.rights.Actors;
import java.io.UnsupportedEncodingException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The HTTP API as somebody who is signed in meets it. */
@TestComponent
public class Api {

    public static final Actor DISPATCHER = new Actor("ACC-dana", Role.DISPATCHER, null, null, "api");
    public static final Actor TECHNICIAN = new Actor("ACC-ana", Role.TECHNICIAN, null, null, "api");
    public static final Actor ADMIN = new Actor("ACC-admin", Role.ADMIN, null, null, "api");

    private final MockMvc mvc;

    Api(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    public static Actor customer(Role role, String customerId, String contactId) {
        return new Actor("ACC-" + contactId, role, customerId, contactId, "api");
    }

    public MvcTestResult get(Actor actor, String path, Object... values) {
        return call(HttpMethod.GET, actor, path, new HttpHeaders(), values);
    }

    public MvcTestResult get(Actor actor, String path, HttpHeaders headers) {
        return call(HttpMethod.GET, actor, path, headers);
    }

    public MvcTestResult post(Actor actor, String path) {
        return call(HttpMethod.POST, actor, path, new HttpHeaders());
    }

    public MvcTestResult post(Actor actor, String path, HttpHeaders headers, String json) {
        return Actors.runAs(
                actor,
                () -> MockMvcTester.create(mvc)
                        .post()
                        .uri("/api/v1" + path)
                        .headers(headers)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .exchange());
    }

    private MvcTestResult call(HttpMethod method, Actor actor, String path, HttpHeaders headers, Object... values) {
        return Actors.runAs(
                actor,
                () -> MockMvcTester.create(mvc)
                        .method(method)
                        .uri("/api/v1" + path, values)
                        .headers(headers)
                        .exchange());
    }

    /** One text out of an answer. */
    public static String read(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    public static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
