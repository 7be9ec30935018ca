package dev.callout.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** A10: nobody guesses a token. */
class TokensTest {

    private static final int TOKENS = 10_000;

    @Test
    void each_is_another_of_256_bits() {
        var seen = new HashSet<String>();
        for (var i = 0; i < TOKENS; i++) {
            var token = Tokens.fresh();
            assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
            assertThat(seen.add(token)).isTrue();
        }
    }

    /** With 255 degrees of freedom, chance exceeds 400 once in a hundred million times, and stays below 150 as rarely. */
    @Test
    void their_bytes_are_evenly_spread_at_each_place() {
        var counts = new long[32][256];
        for (var i = 0; i < TOKENS; i++) {
            var bytes = Base64.getUrlDecoder().decode(Tokens.fresh());
            for (var place = 0; place < bytes.length; place++) {
                counts[place][bytes[place] & 0xFF]++;
            }
        }
        for (var place : counts) {
            assertThat(chiSquare(place)).isBetween(140.0, 410.0);
        }
    }

    private static double chiSquare(long[] counts) {
        var expected = (double) TOKENS / counts.length;
        var sum = 0.0;
        for (var count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
