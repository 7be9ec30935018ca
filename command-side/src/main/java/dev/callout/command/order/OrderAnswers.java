package dev.callout.command.order;

import dev.callout.platform.http.CalloutHeaders;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.ParameterizedType;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells the OpenAPI document what {@link Answers} really answers: the status, and where the result is. */
@Component
@ConditionalOnProperty("callout.api-docs")
class OrderAnswers implements OperationCustomizer {

    private static final String OK = "200";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (isEntityOf(Answers.Created.class, handler)
                || isEntityOf(Answers.OpenedAccount.class, handler)
                || isEntityOf(Answers.Message.class, handler)) {
            become(HttpStatus.CREATED, operation);
            head(operation, HttpStatus.CREATED, HttpHeaders.LOCATION, "Where what was created can be read.");
            head(operation, HttpStatus.CREATED, CalloutHeaders.POSITION, "What a read can wait for.");
        } else if (isEntityOf(Void.class, handler)) {
            become(HttpStatus.NO_CONTENT, operation);
            head(operation, HttpStatus.NO_CONTENT, CalloutHeaders.POSITION, "What a read can wait for.");
        }
        return operation;
    }

    private static boolean isEntityOf(Class<?> body, HandlerMethod handler) {
        return handler.getMethod().getGenericReturnType() instanceof ParameterizedType type
                && type.getRawType() == ResponseEntity.class
                && type.getActualTypeArguments()[0] == body;
    }

    private static void become(HttpStatus status, Operation operation) {
        var answer = operation.getResponses().remove(OK);
        if (answer != null) {
            operation.getResponses().addApiResponse(key(status), answer.description(status.getReasonPhrase()));
        }
    }

    private static void head(Operation operation, HttpStatus status, String name, String description) {
        var answer = operation.getResponses().get(key(status));
        if (answer != null) {
            answer.addHeaderObject(name, new Header().description(description).schema(new StringSchema()));
        }
    }

    private static String key(HttpStatus status) {
        return Integer.toString(status.value());
    }
}
