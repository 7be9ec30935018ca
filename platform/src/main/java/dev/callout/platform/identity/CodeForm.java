package dev.callout.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in at a browser: takes the code. */
@Controller
class CodeForm {

    static final String PAGE = "/sign-in/code";

    private final BrowserSession session;
    private final SecondFactors secondFactors;
    private final Credentials credentials;

    CodeForm(BrowserSession session, SecondFactors secondFactors, Credentials credentials) {
        this.session = session;
        this.secondFactors = secondFactors;
        this.credentials = credentials;
    }

    @PostMapping(PAGE)
    String take(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        var half = session.awaited(request);
        var credential =
                half.flatMap(known -> credentials.find(known.accountId())).filter(Credential::active);
        if (credential.isEmpty()) {
            return "redirect:" + PageSignIn.PAGE;
        }
        try {
            secondFactors.require(credential.get().accountId(), code);
        } catch (TooManyTries tooMany) {
            return "redirect:" + PAGE + "?wait=" + tooMany.waitSeconds();
        } catch (BadCredentialsException wrong) {
            return "redirect:" + PAGE + "?error";
        }
        session.letIn(request, response, credential.get());
        return "redirect:" + half.get().next();
    }
}
