package dev.callout.attacks;

import dev.callout.journeys.Caller;
import dev.callout.journeys.Multipart;
import dev.callout.rights.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes of one seed one request: an operation out of all, somebody to send it, and something wrong with it. */
final class Shots {

    private final List<Operation> operations;
    private final Caller nobody;
    private final List<Person> senders;

    Shots(List<Operation> operations, Caller nobody, List<Person> senders) {
        this.operations = operations;
        this.nobody = nobody;
        this.senders = senders;
    }

    /**
     * The request of this seed.
     *
     * @param there what addresses may name
     * @param known what bodies may name
     */
    Shot of(long seed, Map<String, String> there, Map<String, Object> known) {
        var random = new Random(seed);
        random.nextInt(); // the first of neighboring seeds are alike
        var malformed = new Malformed(random);
        var operation = operations.get(random.nextInt(operations.size()));
        var sender = random.nextInt(senders.size() + 1);
        var headers = headers(operation, random, malformed);
        return new Shot(
                operation,
                sender == senders.size() ? "nobody" : senders.get(sender).toString(),
                sender == senders.size() ? nobody : senders.get(sender).caller(),
                address(operation, there, random, malformed),
                headers,
                body(operation, known, random, malformed));
    }

    private static String address(Operation operation, Map<String, String> there, Random random, Malformed malformed) {
        var variables = new HashMap<>(there);
        if (random.nextInt(5) == 0) {
            variables.replaceAll((name, value) -> malformed.word());
        }
        var address = operation.address(variables);
        var parameters = operation.parameters().stream()
                .filter(parameter -> random.nextInt(3) == 0)
                .map(parameter -> parameter + "=" + malformed.word())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + parameters;
    }

    private static Map<String, String> headers(Operation operation, Random random, Malformed malformed) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        headers.put("If-Match", "\"0\"");
        if (operation.takesFile()) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY);
        } else if (operation.takesJson()) {
            headers.put("Content-Type", "application/json");
        }
        if (random.nextInt(20) == 0) {
            headers.put("Content-Type", malformed.type());
        }
        if (random.nextInt(8) == 0) {
            var bad = malformed.header();
            headers.put(bad.getKey(), bad.getValue());
        }
        return headers;
    }

    private static byte[] body(Operation operation, Map<String, Object> known, Random random, Malformed malformed) {
        if (operation.takesFile()) {
            var content = new byte[random.nextInt(100)];
            random.nextBytes(content);
            return Multipart.of(malformed.word(), malformed.type(), content, random.nextBoolean());
        }
        if (!operation.takesJson()) {
            return operation.isWrite() && random.nextInt(4) == 0 ? malformed.body(Map.of("x", 1)) : null;
        }
        var body = operation.body();
        return malformed.body(random.nextBoolean() ? body.fullSample(known) : body.sample(known, true));
    }
}
