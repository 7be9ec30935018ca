package dev.callout.query.sla.tracking;

import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who solved a ticket in which cycle, as text: a reopening counts against them, whoever has the ticket by then. */
final class Resolvers {

    static final String NOBODY = "{}";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<Integer, String>> BY_CYCLE = new TypeReference<>() {};

    private Resolvers() {}

    static TreeMap<Integer, String> read(String text) {
        return JSON.readValue(text, BY_CYCLE);
    }

    static String with(String text, int cycle, String accountId) {
        var resolvers = read(text);
        resolvers.put(cycle, accountId);
        return JSON.writeValueAsString(resolvers);
    }
}
