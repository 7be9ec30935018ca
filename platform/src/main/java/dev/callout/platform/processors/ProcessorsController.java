package dev.callout.platform.processors;

import dev.callout.platform.http.ProblemCode;
import dev.callout.platform.http.ProblemException;
import dev.callout.platform.rights.Administrators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator see how each event processor does, make it rest, and share its work differently. */
@RestController
@RequestMapping("/api/v1/processors")
@Tag(name = "Operations")
class ProcessorsController {

    record ProcessorList(List<ProcessorStatus> items) {}

    private final Processors processors;
    private final Pauses pauses;
    private final Segments segments;

    ProcessorsController(Processors processors, Pauses pauses, Segments segments) {
        this.processors = processors;
        this.pauses = pauses;
        this.segments = segments;
    }

    @GetMapping
    @Operation(summary = "List the event processors: how far each is, and where it runs")
    ProcessorList list() {
        Administrators.only();
        return new ProcessorList(processors.all());
    }

    @PostMapping("/{name}/pause")
    @Operation(summary = "Let a processor rest on all nodes, over restarts, until it is resumed")
    ProcessorStatus pause(@PathVariable String name) {
        var administrator = Administrators.only();
        pauses.pause(streaming(name), administrator.accountId());
        return find(name);
    }

    @PostMapping("/{name}/resume")
    @Operation(summary = "Let a paused processor go on")
    ProcessorStatus resume(@PathVariable String name) {
        Administrators.only();
        pauses.resume(streaming(name));
        return find(name);
    }

    @PostMapping("/{name}/split")
    @Operation(summary = "Share a processor's work among one more thread or node")
    ProcessorStatus split(@PathVariable String name) {
        Administrators.only();
        segments.split(streaming(name));
        return find(name);
    }

    @PostMapping("/{name}/merge")
    @Operation(summary = "Share a processor's work among one less")
    ProcessorStatus merge(@PathVariable String name) {
        Administrators.only();
        segments.merge(streaming(name));
        return find(name);
    }

    private String streaming(String name) {
        var processor = find(name);
        if (processor.kind() == ProcessorStatus.Kind.REGISTER
                && processor.segments().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_POSSIBLE,
                    name + " works in the transaction of each command, and neither rests nor is divided.");
        }
        return name;
    }

    private ProcessorStatus find(String name) {
        return processors.find(name).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
