package dev.callout.platform.identity;

import org.springframework.security.authentication.BadCredentialsException;

/** The second factor does not fit. Told to nobody who has not proved the first. */
class WrongCode extends BadCredentialsException {

    private static final long serialVersionUID = 1L;

    WrongCode() {
        super("The code is wrong");
    }
}
