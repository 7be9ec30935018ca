package dev.callout.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class RecordParametersTest {

    private record Wanted(String text, List<String> status) {}

    private record Unfit(int size) {}

    private final RecordParameters parameters = new RecordParameters();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @SuppressWarnings("unused")
    private void taking(@ParameterObject Wanted wanted, Wanted unmarked, @ParameterObject Unfit unfit) {}

    @Test
    void take_a_list_as_several_parameters_or_as_one_with_commas() {
        request.addParameter("status", "CREATED", "ASSIGNED");
        assertThat(read(0)).isEqualTo(new Wanted(null, List.of("CREATED", "ASSIGNED")));

        request.setParameter("status", "CREATED, ASSIGNED");
        assertThat(read(0)).isEqualTo(new Wanted(null, List.of("CREATED", "ASSIGNED")));

        request.setParameter("status", "CREATED,");
        assertThat(read(0)).isEqualTo(new Wanted(null, List.of("CREATED", "")));
    }

    @Test
    void tell_what_is_empty_from_what_is_not_there() {
        assertThat(read(0)).isEqualTo(new Wanted(null, null));

        request.addParameter("text", "");
        request.addParameter("status", "");
        assertThat(read(0)).isEqualTo(new Wanted("", List.of()));
    }

    @Test
    void keep_all_of_a_text_that_was_given_twice() {
        request.addParameter("text", "boiler", "cold");
        assertThat(read(0)).isEqualTo(new Wanted("boiler,cold", null));
    }

    @Test
    void know_records_of_texts_alone() {
        assertThat(parameters.supportsParameter(parameter(0))).isTrue();
        assertThat(parameters.supportsParameter(parameter(1))).isFalse();
        assertThatThrownBy(() -> read(2)).isInstanceOf(IllegalStateException.class);
    }

    private Object read(int index) {
        return parameters.resolveArgument(parameter(index), null, new ServletWebRequest(request), null);
    }

    private MethodParameter parameter(int index) {
        try {
            var method = getClass().getDeclaredMethod("taking", Wanted.class, Wanted.class, Unfit.class);
            return new MethodParameter(method, index);
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
