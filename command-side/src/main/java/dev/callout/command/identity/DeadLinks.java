package dev.callout.command.identity;

import dev.callout.platform.identity.OneTimeLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says at once that a link no longer works, before anybody thinks of a password. The page itself learns no token. */
@Component
class DeadLinks implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PAGE = "/set-password";

    private final OneTimeLinks links;

    DeadLinks(OneTimeLinks links) {
        this.links = links;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PAGE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var token = request.getParameter("token");
        if (request.getMethod().equals("POST") || token == null || links.works(token)) {
            return true;
        }
        response.setHeader("Referrer-Policy", "no-referrer"); // dead or not, the address has the token in it
        response.sendRedirect(PAGE + "?gone");
        return false;
    }
}
