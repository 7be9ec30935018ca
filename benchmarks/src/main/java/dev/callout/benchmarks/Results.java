package dev.callout.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that was measured in one run, and under which circumstances. */
final class Results {

    static final String FLOOR = "insert one row";
    static final String RAISE = "raise a ticket";
    static final String COMMENT = "comment on one";
    static final String STEP = "change its priority";
    private static final Set<String> COMMANDS = Set.of(RAISE, COMMENT, STEP);

    /** Whatever is one number: start time, memory, how many events there were. */
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private final Map<String, List<Figure>> rounds = new LinkedHashMap<>();
    private List<Views.Rebuild> rebuilds = List.of();

    void fact(String name, Object value) {
        facts.put(name, value);
    }

    void add(Figure figure) {
        rounds.computeIfAbsent(figure.what() + " " + figure.clients(), key -> new ArrayList<>())
                .add(figure);
    }

    void add(List<Views.Rebuild> rebuilds) {
        this.rebuilds = List.copyOf(rebuilds);
    }

    Map<String, Object> facts() {
        return facts;
    }

    List<Views.Rebuild> rebuilds() {
        return rebuilds;
    }

    /** The round in the middle, by speed: other work on the machine moves the others. */
    List<Figure> middleOfRounds() {
        return rounds.values().stream().map(Results::middle).toList();
    }

    /** How a command compares with one inserted row, at the same number of clients in the same run. */
    Optional<Double> ofTheFloor(Figure figure) {
        var floor = rounds.get(FLOOR + " " + figure.clients());
        return floor == null || !COMMANDS.contains(figure.what())
                ? Optional.empty()
                : Optional.of(figure.perSecond() / middle(floor).perSecond());
    }

    private static Figure middle(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(Figure::perSecond))
                .toList()
                .get(figures.size() / 2);
    }

    Map<String, Object> asMap() {
        return Map.of("facts", facts, "figures", rounds.values(), "rebuilds", rebuilds);
    }
}
