package dev.callout.web.frame;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page, that of an error too, what its frame shows: who is signed in. */
@ControllerAdvice(basePackages = "dev.callout.web", assignableTypes = ErrorController.class)
class Frame {

    @ModelAttribute("signedIn")
    SignedIn signedIn() {
        return SignedIn.from(SecurityContextHolder.getContext().getAuthentication());
    }
}
