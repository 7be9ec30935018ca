package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.platform.http.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int CROWD = 32;

    @Test
    void knows_a_password_by_its_hash() {
        var passwords = new Passwords();
        var hash = passwords.hash("correct horse");

        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("battery staple", hash)).isFalse();
        assertThat(passwords.matches("correct horse", null)).isFalse();
    }

    @Test
    void asks_a_crowd_to_come_back_instead_of_serving_all_at_the_same_time() throws Exception {
        var answers = crowd(new Passwords(1, Duration.ofMillis(1)));

        assertThat(answers).hasSize(CROWD).contains("served").contains("OVERLOADED");
    }

    @Test
    void serves_a_crowd_one_after_the_other_when_there_is_time() throws Exception {
        assertThat(crowd(new Passwords(1, Duration.ofMinutes(5))))
                .hasSize(CROWD)
                .containsOnly("served");
    }

    private static List<String> crowd(Passwords passwords) throws Exception {
        var threads = Executors.newFixedThreadPool(CROWD);
        try {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(Collections.<Callable<String>>nCopies(CROWD, () -> ask(passwords)))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String ask(Passwords passwords) {
        try {
            passwords.hash("let me in");
            return "served";
        } catch (ProblemException refused) {
            return refused.getMessage();
        }
    }
}
