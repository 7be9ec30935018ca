package dev.callout.query.sla.tracking;

import dev.callout.api.Moment;
import dev.callout.api.sla.CertifyCustomerSla;
import dev.callout.api.sla.CertifySla;
import dev.callout.api.sla.FindCustomerSlaTracking;
import dev.callout.api.sla.FindSlaTracking;
import dev.callout.api.sla.SlaCertificate;
import dev.callout.api.sla.SlaTracking;
import dev.callout.query.http.Asking;
import dev.callout.query.http.MomentParameters;
import dev.callout.query.http.ReadsFrom;
import dev.callout.query.http.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets staff see how the promises for every ticket stand, and customers those for their own. */
@RestController
@RequestMapping("/api/v1/service-desk/sla-tracking")
@Tag(name = "Promises")
class SlaTrackingController {

    private final Asking asking;

    SlaTrackingController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping("/{ticket}")
    @Operation(summary = "Read how each promise for a ticket stands: due, kept or not, time left, paused by what")
    @ReadsFrom(
            value = {View.SLA_TRACKING, View.CUSTOMER_TICKETS},
            asOf = {View.SLA_TRACKING, View.CUSTOMER_TICKETS})
    SlaTracking tracking(@PathVariable String ticket, @ParameterObject MomentParameters then) {
        var actor = asking.actor();
        var moment = then.moment();
        return actor.role().isCustomer()
                ? asking.ask(
                        new FindCustomerSlaTracking(actor.customerId(), actor.visibleContact(), ticket, moment),
                        SlaTracking.class)
                : asking.ask(new FindSlaTracking(ticket, moment), SlaTracking.class);
    }

    @GetMapping(path = "/{ticket}/certificate", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read why each promise stands as it does, every second accounted for; also as application/pdf")
    @ReadsFrom(
            value = {View.SLA_TRACKING, View.CUSTOMER_TICKETS, View.TICKET_DETAILS},
            asOf = {View.SLA_TRACKING, View.CUSTOMER_TICKETS, View.TICKET_DETAILS})
    SlaCertificate certificate(@PathVariable String ticket, @ParameterObject MomentParameters then) {
        return certify(ticket, then.moment());
    }

    @GetMapping(path = "/{ticket}/certificate", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Print why each promise stands as it does")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ReadsFrom(
            value = {View.SLA_TRACKING, View.CUSTOMER_TICKETS, View.TICKET_DETAILS},
            asOf = {View.SLA_TRACKING, View.CUSTOMER_TICKETS, View.TICKET_DETAILS})
    ResponseEntity<byte[]> print(@PathVariable String ticket, @ParameterObject MomentParameters then) {
        var certificate = certify(ticket, then.moment());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + certificate.ticketId() + "-certificate.pdf\"")
                .body(CertificatePdf.of(certificate));
    }

    private SlaCertificate certify(String ticket, Moment moment) {
        var actor = asking.actor();
        return actor.role().isCustomer()
                ? asking.ask(
                        new CertifyCustomerSla(actor.customerId(), actor.visibleContact(), ticket, moment),
                        SlaCertificate.class)
                : asking.ask(new CertifySla(ticket, moment), SlaCertificate.class);
    }
}
