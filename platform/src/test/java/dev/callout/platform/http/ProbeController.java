package dev.callout.platform.http;

import dev.callout.api.CommandRefused;
import dev.callout.api.RefusalCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Something to knock at. */
@RestController
@RequestMapping("/api/v1/probe")
class ProbeController {

    record ProbeBody(@NotBlank @Size(max = 50) String title, int count) {}

    final AtomicInteger changes = new AtomicInteger();

    @PostMapping
    ProbeBody post(@Valid @RequestBody ProbeBody body) {
        changes.incrementAndGet();
        return body;
    }

    @GetMapping
    int get(@RequestParam @Max(200) int size) {
        return size;
    }

    @GetMapping("/refused")
    CompletableFuture<String> refused() {
        return CompletableFuture.failedFuture(new CommandRefused(RefusalCode.TICKET_CLOSED, "Reopen it first."));
    }

    @GetMapping("/away")
    String away() {
        throw new CannotGetJdbcConnectionException("connection to 10.0.0.7 refused");
    }

    @GetMapping("/accident/{secret}")
    String accident(@PathVariable String secret) {
        throw new IllegalStateException("select * from credential where password = " + secret);
    }
}
