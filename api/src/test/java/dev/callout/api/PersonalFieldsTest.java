package dev.callout.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.ticket.TicketEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text gets into an event before somebody has said whether it tells of a person. */
class PersonalFieldsTest {

    /** Names of texts that never do, wherever they stand. */
    private static final Pattern HARMLESS = Pattern.compile(".*(Id|By|Number|Ids)|number|mergedInto|undoes|followUpOf"
            + "|category|subCategory|language|product|mediaType|sha256|code|source|sourceReference|sourceState");

    /** Texts about no one person, by event. */
    private static final Set<String> ABOUT_NOBODY = Set.of(
            "TeamFormed.name",
            "BulkOperationRequested.reason",
            "BulkResult.reason", // our own words for why a ticket was refused
            "TicketStateImported.reason", // a word of ours such as NO_EQUAL_STATE
            "CustomerPlanAgreed.plan",
            "WorkCalendarPublished.name",
            "WorkCalendarPublished.zone",
            "WorkCalendarPublished.holidayCountry",
            "WorkCalendarPublished.holidayRegion",
            "SpecialDay.name",
            "SlaPolicyPublished.name",
            "SlaScope.plan",
            "SlaPenalty.currency",
            "PersonErasureOrdered.keys", // ids
            "PersonErasedFromTicket.erased"); // ids

    /** Texts by nobody who has an account here. */
    private static final Set<String> WRITTEN_ELSEWHERE = Set.of("TicketStateImported.workDone");

    static List<Class<?>> events() {
        return EventRecords.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_text_is_personal_or_known_to_be_harmless(Class<?> event) {
        var forgotten = new ArrayList<String>();
        collectTexts(event, forgotten);
        assertThat(forgotten)
                .as("say @Personal, or add it to the harmless ones")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_is_personal_names_its_owner_among_the_events_own_ids(Class<?> event) {
        var ids = Arrays.stream(event.getRecordComponents())
                .filter(component -> component.getType() == String.class)
                .map(RecordComponent::getName)
                .toList();
        for (var component : event.getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class)) {
                assertThat(ids).contains(component.getAnnotation(Personal.class).value());
                assertThat(texts(component.getGenericType()))
                        .as("%s is made of texts", component)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_text_on_a_ticket_says_who_wrote_it(Class<?> event) {
        for (var component : event.getRecordComponents()) {
            var personal = component.getAnnotation(Personal.class);
            if (personal != null && TicketEvent.class.isAssignableFrom(event)) {
                var name = event.getSimpleName() + "." + component.getName();
                assertThat(personal.by().isEmpty()).as(name).isEqualTo(WRITTEN_ELSEWHERE.contains(name));
                assertThat(personal.by().isEmpty()
                                || personal.by().equals(Personal.ACTOR)
                                || Arrays.stream(event.getRecordComponents())
                                        .anyMatch(other -> other.getName().equals(personal.by())))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Test
    void finds_a_text_that_was_forgotten() {
        record Forgotten(
                String contactId, @Personal("contactId") String name, String nickname) {}
        var forgotten = new ArrayList<String>();
        collectTexts(Forgotten.class, forgotten);
        assertThat(forgotten).containsExactly("Forgotten.nickname");
    }

    private static void collectTexts(Class<?> type, List<String> forgotten) {
        for (var component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class)) {
                continue;
            }
            var name = type.getSimpleName() + "." + component.getName();
            var kept = elementOf(component.getGenericType());
            if (kept.isRecord()) {
                collectTexts(kept, forgotten);
            } else if (kept == String.class
                    && !HARMLESS.matcher(component.getName()).matches()
                    && !ABOUT_NOBODY.contains(name)) {
                forgotten.add(name);
            }
        }
    }

    private static Class<?> elementOf(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }

    private static boolean texts(Type type) {
        return type == String.class
                || type instanceof Class<?> record
                        && record.isRecord()
                        && Arrays.stream(record.getRecordComponents())
                                .allMatch(component -> component.getType() == String.class);
    }
}
