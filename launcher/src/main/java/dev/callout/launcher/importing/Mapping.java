package dev.callout.launcher.importing;

import dev.callout.api.ticket.Channel;
import dev.callout.api.ticket.Priority;
import dev.callout.api.ticket.TicketStatus;
import dev.callout.launcher.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** What the columns, words and dates of an export mean: a preset, or a small YAML file that changes one. */
public final class Mapping {

    /** What a row is: one state of an incident among others, or how it stands now. */
    enum Rows {
        HISTORY,
        LATEST
    }

    /** The presets, the likeliest first. */
    static final List<String> PRESETS = List.of("servicenow-log", "servicenow-list");

    static final Set<String> TIMES = Set.of("openedAt", "sysUpdatedAt", "resolvedAt", "closedAt");

    private static final List<String> REQUIRED = List.of("number", "incidentState", "openedAt", "sysUpdatedAt");

    private static final Set<String> FIELDS = Set.of(
            "number",
            "incidentState",
            "holdReason",
            "callerId",
            "openedBy",
            "openedAt",
            "sysUpdatedAt",
            "contactType",
            "location",
            "category",
            "subcategory",
            "symptom",
            "shortDescription",
            "description",
            "cmdbCi",
            "priority",
            "assignmentGroup",
            "assignedTo",
            "closedCode",
            "resolvedBy",
            "resolvedAt",
            "closedAt");

    /** Who works on it follows from its assignee, and that it was reopened from its history. */
    private static final Set<TicketStatus> STATES =
            EnumSet.complementOf(EnumSet.of(TicketStatus.ASSIGNED, TicketStatus.REOPENED));

    private static final Set<String> OVER = Set.of("resolved", "closed", "canceled", "cancelled");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The file, as it is written. */
    record Content(
            String preset,
            String rows,
            Map<String, List<String>> columns,
            Map<String, String> states,
            Map<String, String> priorities,
            Map<String, String> contactTypes,
            List<String> dates,
            String zone,
            String separator,
            String encoding) {

        Content over(Content preset) {
            return new Content(
                    null,
                    rows == null ? preset.rows : rows,
                    merged(preset.columns, columns),
                    merged(preset.states, states),
                    merged(preset.priorities, priorities),
                    merged(preset.contactTypes, contactTypes),
                    dates == null ? preset.dates : dates,
                    zone == null ? preset.zone : zone,
                    separator == null ? preset.separator : separator,
                    encoding == null ? preset.encoding : encoding);
        }

        private static <T> Map<String, T> merged(Map<String, T> preset, Map<String, T> ours) {
            var merged = new TreeMap<String, T>(String.CASE_INSENSITIVE_ORDER);
            merged.putAll(preset == null ? Map.of() : preset);
            merged.putAll(ours == null ? Map.of() : ours);
            return merged;
        }
    }

    private final String name;
    private final Content content;
    private final Rows rows;
    private final Dates dates;
    private final Charset encoding;

    private Mapping(String name, Content content) {
        this.name = name;
        this.content = content;
        rows = word(Rows.class, "rows", content.rows());
        dates = dates();
        encoding = encoding();
        for (var field : content.columns().keySet()) {
            require(
                    FIELDS.contains(field),
                    "columns: " + field + " is no field of ours. Ours are "
                            + FIELDS.stream().sorted().toList() + ".");
        }
        content.states().forEach((word, status) -> {
            require(
                    STATES.contains(word(TicketStatus.class, "states: " + word, status)),
                    "states: " + word + " must be one of " + STATES + ".");
        });
        content.priorities().forEach((word, priority) -> word(Priority.class, "priorities: " + word, priority));
        content.contactTypes().forEach((word, channel) -> word(Channel.class, "contactTypes: " + word, channel));
        require(content.separator() == null || content.separator().length() == 1, "separator must be one character.");
    }

    /** A preset by its name, or else a file. */
    public static Mapping of(String nameOrFile) {
        return PRESETS.contains(nameOrFile) ? preset(nameOrFile) : file(Path.of(nameOrFile));
    }

    static Mapping preset(String name) {
        try (var in = Mapping.class.getResourceAsStream(name + ".yaml")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Mapping(name, parsed(name, text).over(none()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping file(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun("There is no mapping file to read at " + file
                    + ", and no preset of that name. Presets: " + String.join(", ", PRESETS) + ".");
        }
        var name = file.getFileName().toString();
        var ours = parsed(name, text);
        if (ours.preset() != null && !PRESETS.contains(ours.preset())) {
            throw new CannotRun(name + ": preset must be one of " + String.join(", ", PRESETS) + ".");
        }
        return new Mapping(name, ours.over(ours.preset() == null ? none() : preset(ours.preset()).content));
    }

    private static Content none() {
        return new Content(null, "history", null, null, null, null, null, null, null, null);
    }

    /** All words are text here: a state may be called On, and a priority 1. */
    private static Content parsed(String name, String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var dumper = new DumperOptions();
            var yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
                @Override
                protected void addImplicitResolvers() {
                    // none
                }
            });
            return JSON.convertValue(yaml.load(text), Content.class);
        } catch (YAMLException e) {
            throw new CannotRun(name + " is no YAML: " + e.getMessage(), e);
        } catch (UnrecognizedPropertyException e) {
            throw new CannotRun(
                    name + ": " + e.getPropertyName() + " is no setting of a mapping file. Those are "
                            + Arrays.stream(Content.class.getRecordComponents())
                                    .map(setting -> setting.getName())
                                    .toList()
                            + ".",
                    e);
        } catch (JacksonException e) {
            throw new CannotRun(name + " is no mapping file: " + e.getOriginalMessage(), e);
        }
    }

    private Dates dates() {
        require(content.dates() != null && !content.dates().isEmpty(), "dates must name a format at least.");
        try {
            return new Dates(content.dates(), ZoneId.of(content.zone() == null ? "UTC" : content.zone()));
        } catch (DateTimeException e) {
            throw new CannotRun(name + ": there is no time zone " + content.zone() + ".", e);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(name + ": dates: " + e.getMessage(), e);
        }
    }

    private Charset encoding() {
        try {
            return content.encoding() == null ? StandardCharsets.UTF_8 : Charset.forName(content.encoding());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CannotRun(name + ": there is no encoding " + content.encoding() + ".", e);
        }
    }

    private <E extends Enum<E>> E word(Class<E> type, String setting, String word) {
        try {
            return Enum.valueOf(type, word.strip().toUpperCase());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(
                    name + ": " + setting + " must be one of " + Arrays.asList(type.getEnumConstants()) + ".");
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new CannotRun(name + ": " + problem);
        }
    }

    public String name() {
        return name;
    }

    Dates reading() {
        return dates;
    }

    Charset charset() {
        return encoding;
    }

    char separator() {
        return content.separator() == null ? ',' : content.separator().charAt(0);
    }

    boolean isHistory() {
        return rows == Rows.HISTORY;
    }

    /** Where each field of ours stands in a header; of several names for it the first that is there. */
    Map<String, Integer> positions(List<String> header) {
        var at = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        for (var i = 0; i < header.size(); i++) {
            at.putIfAbsent(header.get(i).strip(), i);
        }
        var positions = new TreeMap<String, Integer>();
        content.columns()
                .forEach((field, names) -> names.stream()
                        .map(name -> at.get(name.strip()))
                        .filter(found -> found != null)
                        .findFirst()
                        .ifPresent(found -> positions.put(field, found)));
        return positions;
    }

    /** Columns without which nothing can be taken over, by the first name that they may have. */
    List<String> missing(List<String> header) {
        var found = positions(header).keySet();
        var missing = new ArrayList<String>();
        for (var field : REQUIRED) {
            if (!found.contains(field)) {
                var names = content.columns().getOrDefault(field, List.of());
                missing.add(names.isEmpty() ? field : names.get(0));
            }
        }
        return missing;
    }

    /** Fields that a file has no column for, so that they are unknown in every row. */
    Set<String> unknownIn(List<String> header) {
        var unknown = new HashSet<>(content.columns().keySet());
        unknown.removeAll(positions(header).keySet());
        return unknown;
    }

    /** What the server is told: our words where the mapping has some for theirs. */
    void translate(Map<String, Object> fields) {
        replace(fields, "priority", content.priorities());
        replace(fields, "contactType", content.contactTypes());
        var status = content.states().get(text(fields, "incidentState"));
        if (status != null) {
            fields.put("status", status.strip().toUpperCase());
        }
    }

    private static void replace(Map<String, Object> fields, String field, Map<String, String> words) {
        var word = words.get(text(fields, field));
        if (word != null) {
            fields.put(field, word.strip().toUpperCase());
        }
    }

    /** Whether an incident is over in a state. */
    static boolean isOver(Map<String, Object> fields) {
        var status = fields.get("status");
        return status == null
                ? OVER.contains(text(fields, "incidentState").toLowerCase())
                : !TicketStatus.valueOf((String) status).isOpen();
    }

    private static String text(Map<String, Object> fields, String field) {
        return fields.get(field) instanceof String text ? text.strip() : "";
    }
}
