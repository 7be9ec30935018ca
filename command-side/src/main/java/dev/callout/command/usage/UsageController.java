package dev.callout.command.usage;

import dev.callout.api.usage.FindUsage;
import dev.callout.api.usage.UsageReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators see who uses how much of what is limited. */
@RestController
@RequestMapping("/api/v1/usage")
@Tag(name = "Operations")
class UsageController {

    private final QueryGateway queries;

    UsageController(QueryGateway queries) {
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Say how much storage, accounts and mail is used, and by whom most")
    UsageReport usage() {
        return queries.query(new FindUsage(), UsageReport.class).join();
    }
}
