package dev.callout.platform.identity;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import java.util.function.Supplier;
import org.springframework.security.authentication.BadCredentialsException;

/** Says to programs what was wrong with what they proved themselves by. */
final class ApiSignIn {

    private ApiSignIn() {}

    static <T> T answering(Supplier<T> check) {
        try {
            return check.get();
        } catch (TooManyTries tooMany) {
            throw new ProblemException(ProblemCode.RATE_LIMITED).retryAfter(tooMany.waitSeconds());
        } catch (SecondFactorMissing missing) {
            throw new ProblemException(ProblemCode.SECOND_FACTOR_REQUIRED);
        } catch (WrongCode wrong) {
            throw new ProblemException(ProblemCode.SECOND_FACTOR_WRONG);
        } catch (BadCredentialsException wrong) {
            throw new ProblemException(ProblemCode.SIGN_IN_FAILED);
        }
    }
}
