package dev.callout.query.audit;

import dev.callout.api.audit.Checkpoint;
import dev.callout.api.audit.CheckpointPage;
import dev.callout.api.audit.FindTicketProof;
import dev.callout.api.audit.FindVerification;
import dev.callout.api.audit.ListCheckpoints;
import dev.callout.api.audit.NewestSealed;
import dev.callout.api.audit.TakeCheckpoint;
import dev.callout.api.audit.TicketProof;
import dev.callout.api.audit.Verification;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.query.http.Asking;
import dev.callout.query.http.Filters;
import dev.callout.query.http.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets auditors have the history checked, and take away what proves it elsewhere. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class EvidenceController {

    /** What was published and is to be compared with, if there is any. */
    record VerificationBody(List<@NotNull Checkpoint> checkpoints, NewestSealed newestSealed) {}

    /** How checkpoints are read page by page. */
    record CheckpointParameters(String pageSize, String after, String count) {}

    private final Asking asking;
    private final ProofDownload proofs;

    EvidenceController(Asking asking, ProofDownload proofs) {
        this.asking = asking;
        this.proofs = proofs;
    }

    @GetMapping("/checkpoints")
    @Operation(summary = "List the signed checkpoints, the newest first, with the public key they are signed with")
    Listing<Checkpoint> checkpoints(@ParameterObject CheckpointParameters parameters) {
        var list = "audit checkpoints";
        var page = asking.ask(
                new ListCheckpoints(
                        Filters.pageSize(parameters.pageSize()),
                        asking.open(list, parameters.after()),
                        Filters.isYes("count", parameters.count())),
                CheckpointPage.class);
        return asking.listing(list, page.items(), page.next(), page.total());
    }

    @PostMapping("/checkpoints")
    @Operation(summary = "Sign now for everything since the last checkpoint; answers the last one if there is no news")
    Checkpoint takeCheckpoint() {
        return asking.ask(new TakeCheckpoint(), Checkpoint.class);
    }

    @GetMapping("/verification")
    @Operation(summary = "Read how far the last check of the history is, and what it found")
    Verification verification() {
        return asking.ask(new FindVerification(), Verification.class);
    }

    @PostMapping("/verification")
    @Operation(summary = "Begin to check every stored event against its seal, and the seals against checkpoints")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Verification verify(@Valid @RequestBody VerificationBody body) {
        return asking.ask(new VerifyHistory(body.checkpoints(), body.newestSealed()), Verification.class);
    }

    @GetMapping(value = "/tickets/{ticket}/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take away a ticket's history, once a checkpoint signs for it, with what proves it without us")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketProof.class)))
    void proof(@PathVariable String ticket, HttpServletResponse response) throws IOException {
        proofs.write(after -> asking.ask(new FindTicketProof(ticket, after), TicketProof.class), response);
    }
}
