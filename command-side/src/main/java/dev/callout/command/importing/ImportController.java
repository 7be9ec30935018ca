package dev.callout.command.importing;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Role;
import dev.callout.command.order.OrderHead;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes the history of another help desk in, some lines at a time. Lines that are known already change nothing. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportController {

    record ImportBody(@NotEmpty @Size(max = 200) List<@NotNull @Valid ServiceNowLine> lines) {}

    private final ServiceNowImport serviceNow;

    ImportController(ServiceNowImport serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** Each line is known by its content for ever, so it does what an Idempotency-Key does for other requests. */
    @PostMapping("/servicenow/lines")
    @Operation(
            summary = "Take over lines of a ServiceNow export; those of one incident together and in their order;"
                    + " dryRun=true only says what would become of them")
    ServiceNowImport.Result takeServiceNow(
            @Valid @RequestBody ImportBody body, @RequestParam(defaultValue = "false") boolean dryRun, OrderHead head) {
        CommandRefused.refuseWhen(
                head.actor().role() != Role.ADMIN, RefusalCode.NOT_ALLOWED, "Only administrators import.");
        return serviceNow.take(body.lines(), head.actor(), dryRun);
    }
}
