package dev.callout.command.ticket;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import dev.callout.api.identity.Actor;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.DuplicateReleased;
import dev.callout.api.ticket.FileAttached;
import dev.callout.command.order.Answers.Message;
import dev.callout.command.order.OrderHead;
import dev.callout.command.order.Orders;
import dev.callout.command.ticket.TicketRegister.RegisteredTicket;
import dev.callout.platform.axon.SelectedEvents;
import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Takes files in and hands them out again, never as something a browser would run. */
@RestController
@RequestMapping(TicketController.TICKETS + "/{ticket}/attachments")
@Tag(name = "Attachments of a ticket")
class AttachmentController {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);

    private final Orders orders;
    private final TicketRegister register;
    private final TicketCatalog catalog;
    private final AttachmentStore store;
    private final SelectedEvents events;
    private final FollowUps followUps;
    private final MediaTypes mediaTypes = new MediaTypes();

    AttachmentController(
            Orders orders,
            TicketRegister register,
            TicketCatalog catalog,
            AttachmentStore store,
            SelectedEvents events,
            FollowUps followUps) {
        this.orders = orders;
        this.register = register;
        this.catalog = catalog;
        this.store = store;
        this.events = events;
        this.followUps = followUps;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Attach a file; internal ones are for staff only")
    ResponseEntity<Message> attach(
            @PathVariable String ticket,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean internal,
            @RequestParam(required = false) Boolean reopen,
            OrderHead head)
            throws IOException {
        var registered = register.require(ticket, head.actor());
        var ticketId = registered.ticketId();
        if (internal && head.actor().role().isCustomer()) {
            throw ProblemException.invalid("internal", "NOT_YOURS", "only staff has internal files");
        }
        if (file.getSize() > catalog.attachmentLimit()) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE, "A file may have " + catalog.attachmentLimit() + " bytes.");
        }
        if (file.isEmpty()) {
            throw ProblemException.invalid("file", "EMPTY", "the file is empty");
        }
        var name = FileNames.cleaned(file.getOriginalFilename());
        var mediaType = mediaType(file, name);
        var sha256 = fingerprint(file);
        var attachmentId = head.newId("ATT-");
        var parts = new ArrayList<Object>(List.of(name, mediaType, internal, file.getSize(), sha256));
        parts.add(reopen);
        var order = head.with(parts);
        var receipt = orders.alone(order, () -> {
            store(attachmentId, registered, head.actor().accountId(), file);
            try {
                return orders.send(
                        order,
                        ticketId,
                        new AttachFile(
                                ticketId,
                                attachmentId,
                                head.actor().accountId(),
                                ConversationController.side(head.actor()),
                                name,
                                mediaType,
                                file.getSize(),
                                sha256,
                                internal,
                                reopen,
                                null,
                                null));
            } catch (RuntimeException refused) {
                store.deleteUnlessAttached(attachmentId);
                throw refused;
            }
        });
        return followUps.answer("/attachments", attachmentId, reopen, receipt, head.actor());
    }

    private void store(String attachmentId, RegisteredTicket ticket, String author, MultipartFile file) {
        try (var content = file.getInputStream()) {
            store.store(attachmentId, ticket, author, file.getSize(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{attachmentId}")
    @Operation(summary = "Download a file")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String ticket, @PathVariable String attachmentId) {
        var actor = Actors.current().orElseThrow();
        var ticketId = register.require(ticket, actor).ticketId();
        var file = attached(ticketId, attachmentId, actor)
                .or(() -> register.mergedWith(ticketId).stream()
                        .filter(other -> register.find(other, actor).isPresent())
                        .flatMap(other -> attached(other, attachmentId, actor).stream())
                        .findFirst())
                .orElseThrow(() -> new CommandRefused(RefusalCode.NOT_FOUND, "There is no such file."));
        if (store.isErased(attachmentId)) {
            throw new ProblemException(ProblemCode.ERASED);
        }
        if (!store.isWhole(attachmentId, file.sizeInBytes())) {
            LOG.error("Of the file {} of {} bytes are missing", attachmentId, ticketId);
            throw new ProblemException(
                    ProblemCode.FILE_DAMAGED, "Bytes of this file are missing. An administrator can restore a backup.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MediaTypes.handedOutAs(file.mediaType())))
                .contentLength(file.sizeInBytes())
                .eTag(file.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out -> store.write(attachmentId, file.sizeInBytes(), out));
    }

    /** Unless it went back to the duplicate to which it was sent. */
    private Optional<FileAttached> attached(String ticketId, String attachmentId, Actor actor) {
        return read(ticketId, FileAttached.class)
                .filter(file -> file.attachmentId().equals(attachmentId))
                .filter(file -> mayRead(file, actor))
                .findFirst()
                .filter(file -> file.viaTicketId() == null
                        || read(ticketId, DuplicateReleased.class)
                                .noneMatch(released -> released.handedBackIds().contains(attachmentId)));
    }

    private <E> Stream<E> read(String ticketId, Class<E> type) {
        return events.only(type, ticketId).map(event -> type.cast(event.getPayload()));
    }

    private static boolean mayRead(FileAttached file, Actor actor) {
        return !file.internal() || !actor.role().isCustomer();
    }

    private static String fingerprint(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return DigestUtils.sha256Hex(content);
        }
    }

    private String mediaType(MultipartFile file, String name) throws IOException {
        try (var content = file.getInputStream()) {
            return mediaTypes.of(content, name);
        }
    }
}
