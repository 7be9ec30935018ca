package dev.callout.attacks;

import dev.callout.RunningCallout;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Caller;
import dev.callout.rights.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One operation of the API as its own document tells it, so that each later one is attacked too. */
record Operation(String method, String path, JsonNode told, JsonNode document) {

    static List<Operation> all(RunningCallout callout) {
        var document = Caller.of(callout).get("/v3/api-docs").expect(200).json();
        var operations = new ArrayList<Operation>();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(told -> operations.add(
                                new Operation(told.getKey().toUpperCase(), path.getKey(), told.getValue(), document))));
        return operations;
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    boolean isOfSignIn() {
        return path.startsWith("/api/v1/auth/");
    }

    boolean takesJson() {
        return !told.at("/requestBody/content/application~1json").isMissingNode();
    }

    boolean takesFile() {
        return !told.at("/requestBody/content/multipart~1form-data").isMissingNode();
    }

    Schema body() {
        return new Schema(told.at("/requestBody/content/application~1json/schema"), document);
    }

    /** The names of what can be asked for behind the question mark. */
    List<String> parameters() {
        return told.at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("query"))
                .map(parameter -> parameter.at("/name").asString())
                .toList();
    }

    /** The address with each of its variables filled in, and what it can't do without. */
    String address(Map<String, String> variables) {
        var address = path;
        for (var variable : variables.entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        if (address.contains("{")) {
            throw new AssertionError("Say what to put into " + address);
        }
        var required = told.at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("query"))
                .filter(parameter -> parameter.at("/required").asBoolean(false))
                .map(parameter -> parameter.at("/name").asString() + "="
                        + new Schema(parameter.at("/schema"), document).sample(Map.of(), false))
                .collect(Collectors.joining("&"));
        return required.isEmpty() ? address : address + "?" + required;
    }

    Answer send(Person person, String address, Object body) {
        var caller = person.caller().with("If-Match", "\"0\"");
        if (takesFile()) {
            return caller.attach(
                    UUID.randomUUID().toString(), address, "log.txt", "text/plain", new byte[] {'x'}, false);
        }
        return switch (method) {
            case "POST" -> caller.post(address, body);
            case "PUT" -> caller.put(address, body);
            case "DELETE" -> caller.delete(address);
            default -> caller.get(address);
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
