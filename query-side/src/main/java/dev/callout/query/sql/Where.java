package dev.callout.query.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Grows a WHERE clause together with its parameters; what is null or empty does not narrow. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    public Where andIf(boolean wanted, String condition) {
        return wanted ? and(condition) : this;
    }

    public Where equal(String column, Object value) {
        return value == null ? this : and(column + " = :" + column, column, value);
    }

    public Where in(String column, Collection<?> values) {
        return values.isEmpty()
                ? this
                : and(
                        column + " IN (:" + column + ")",
                        column,
                        values.stream().map(Object::toString).toList());
    }

    /** Constants stand in the statement itself: without parameters it is planned once, which takes longer than a page. */
    public Where among(String column, Collection<? extends Enum<?>> values) {
        return values.isEmpty()
                ? this
                : and(values.stream()
                        .map(value -> "'" + value.name() + "'")
                        .sorted()
                        .collect(Collectors.joining(", ", column + " IN (", ")")));
    }

    /** Each word of the text must be somewhere in the column, whatever its case and accents. */
    public Where words(String column, String text) {
        return words(text, word -> word.in(column));
    }

    /** The same, with a condition that may look in several places. */
    public Where words(String text, Function<SearchWord, String> condition) {
        if (text != null) {
            var words = text.strip().split("\\s+");
            for (var i = 0; i < words.length; i++) {
                var word = new SearchWord("word" + i, words[i]);
                and(condition.apply(word), word.parameter(), word.text());
            }
        }
        return this;
    }

    public Where and(String condition, String parameter, Object value) {
        return with(parameter, value).and(condition);
    }

    /** A parameter of several conditions. */
    public Where with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public Where withAll(Map<String, Object> more) {
        parameters.putAll(more);
        return this;
    }

    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
