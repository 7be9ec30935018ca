package dev.callout.platform.http;

import dev.callout.api.identity.Role;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the generated OpenAPI document says of all operations alike: how to sign in, what can go wrong, repeats. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("callout.api-docs")
class ApiDocumentation {

    private static final String AUTH = "/api/v1/auth/";
    private static final List<Integer> READ = List.of(400, 401, 403, 404, 406, 429, 503);
    private static final Map<HttpMethod, List<Integer>> CHANGE = Map.of(
            HttpMethod.POST, List.of(409, 413, 415, 422),
            HttpMethod.PUT, List.of(409, 412, 413, 415, 422, 428),
            HttpMethod.PATCH, List.of(409, 412, 413, 415, 422, 428),
            HttpMethod.DELETE, List.of(409, 412));

    @Bean
    OpenAPI apiDocument() {
        return new OpenAPI()
                .info(new Info()
                        .title("Callout")
                        .version("1")
                        .description("Service desk and field service. Errors are RFC 9457 problem documents; "
                                + "their codes are public and never renamed."))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer whatAllOperationsShare() {
        return document -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(document.getComponents()::addSchemas);
            document.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
        };
    }

    /** Nobody signs in as the product itself, so nobody is offered its role. */
    @Bean
    PropertyCustomizer rolesOfPeople() {
        return (property, type) -> {
            if (property.getEnum() != null) {
                property.getEnum().remove(Role.SYSTEM.name());
            }
            return property;
        };
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        READ.forEach(status -> addProblem(operation, status));
        CHANGE.getOrDefault(method, List.of()).forEach(status -> addProblem(operation, status));
        if (path.startsWith(AUTH)) {
            if (method == HttpMethod.POST) {
                operation.security(List.of()); // how to sign in is for those who are not
            }
        } else if (method == HttpMethod.POST) {
            operation.addParametersItem(new HeaderParameter()
                    .name(CalloutHeaders.IDEMPOTENCY_KEY)
                    .description("A UUID of the caller's making: repeated with the same body it gets the first answer.")
                    .schema(new StringSchema().format("uuid")));
            operation.addParametersItem(new HeaderParameter()
                    .name(CalloutHeaders.DEVICE)
                    .description("The caller's own id of the device that reports; kept with the events, for audits.")
                    .schema(new StringSchema().pattern("[A-Za-z0-9._-]{1,64}")));
            operation.addParametersItem(new HeaderParameter()
                    .name(CalloutHeaders.DEVICE_TIME)
                    .description("What that device's clock says while it sends: by how much it is ahead is kept, too.")
                    .schema(new StringSchema().format("date-time")));
        }
    }

    private static void addProblem(Operation operation, int status) {
        operation
                .getResponses()
                .putIfAbsent(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(HttpStatus.valueOf(status).getReasonPhrase())
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
}
