package dev.callout.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callout.platform.keys.Aes;
import java.util.List;
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

    /** Empty when one of them is erased. Each person's key closes what the one before has closed. */
    public Optional<byte[]> close(List<String> personIds, String place, byte[] plain) {
        var sealed = Optional.of(plain);
        for (var personId : personIds) {
            sealed = sealed.flatMap(bytes -> close(personId, place, bytes));
        }
        return sealed;
    }

    /** Empty when one of them is erased. */
    public Optional<byte[]> open(List<String> personIds, String place, byte[] sealed) {
        var plain = Optional.of(sealed);
        for (var n = personIds.size() - 1; n >= 0; n--) {
            var personId = personIds.get(n);
            plain = plain.flatMap(bytes -> open(personId, place, bytes));
        }
        return plain;
    }

    private static byte[] context(String personId, String place) {
        return (personId + "\n" + place).getBytes(UTF_8);
    }
}
