package dev.callout.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.Filter;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A visitor with a session who sends forms the way a browser does, hidden fields included. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvc mvc;
    private MockHttpSession session = new MockHttpSession();

    public Browser(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return send(get(path));
    }

    public MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        var result = mvc.perform(request.session(session)).andReturn();
        session = (MockHttpSession) result.getRequest().getSession();
        return result.getResponse();
    }

    /** Opens a page, reads the token its form carries and sends the form. */
    public MockHttpServletResponse submit(String page, String action, String... namesAndValues) throws Exception {
        var token = CSRF.matcher(open(page).getContentAsString());
        var form = post(action).param("_csrf", token.find() ? token.group(1) : "no token on the page");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(form);
    }

    public Browser signIn(String username) throws Exception {
        submit("/sign-in", "/sign-in", "username", username, "password", "pw");
        return this;
    }
}
