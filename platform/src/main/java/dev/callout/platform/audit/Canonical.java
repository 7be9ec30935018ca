package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes values so that no two lists of values look the same: numbers in eight bytes, texts and bytes behind their
 * length in four, the length −1 where there is no value. docs/audit.md tells it to those who write a checker of their
 * own.
 */
public final class Canonical {

    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** {@code kind} says what is written, so that one kind of thing can never pass for another. */
    public Canonical(String kind) {
        text(kind);
    }

    public Canonical number(long value) {
        return write(() -> out.writeLong(value));
    }

    public Canonical text(String value) {
        return bytes(value == null ? null : value.getBytes(UTF_8));
    }

    public Canonical hash(Hash value) {
        return bytes(value.bytes());
    }

    public Canonical bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value == null ? ABSENT : value.length);
            if (value != null) {
                out.write(value);
            }
        });
    }

    public byte[] written() {
        return bytes.toByteArray();
    }

    private interface Step {
        void run() throws IOException;
    }

    private Canonical write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
