package dev.callout.query.sla.tracking;

import dev.callout.api.sla.SlaCourse;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.databind.json.JsonMapper;

/** A course as text in the database. */
@Converter
@Immutable // records: what is loaded need not be copied to see whether it was changed
class CourseText implements AttributeConverter<SlaCourse, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String convertToDatabaseColumn(SlaCourse course) {
        return JSON.writeValueAsString(course);
    }

    @Override
    public SlaCourse convertToEntityAttribute(String text) {
        return read(text);
    }

    static SlaCourse read(String text) {
        return JSON.readValue(text, SlaCourse.class);
    }
}
