package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.platform.keys.Aes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals bytes so that they can be read as long as their person is not erased, and only in the place they are for. */
@Component
public class Seal {

    private final PersonKeys keys;

    Seal(PersonKeys keys) {
        this.keys = keys;
    }

    /** Empty when the person is erased: nothing new is kept of them. */
    public Optional<byte[]> close(String personId, String place, byte[] plain) {
        return keys.toSeal(personId).map(key -> Aes.seal(key, context(personId, place), plain));
    }

    /** Empty when the person is erased. */
    public Optional<byte[]> open(String personId, String place, byte[] sealed) {
        return keys.toOpen(personId).map(key -> Aes.open(key, context(personId, place), sealed));
    }

    private static byte[] context(String personId, String place) {
        return (personId + "\n" + place).getBytes(UTF_8);
    }
}
