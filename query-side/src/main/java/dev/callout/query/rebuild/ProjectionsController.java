package dev.callout.query.rebuild;

import dev.callout.platform.processors.ProcessorStatus;
import dev.callout.platform.processors.Processors;
import dev.callout.platform.rights.Administrators;
import dev.callout.query.Refused;
import dev.callout.query.projection.Projection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator see how far the views are, compute one anew, and compare what is in them. */
@RestController
@RequestMapping("/api/v1/operations/projections")
@Tag(name = "Operations")
class ProjectionsController {

    record Projections(List<ProjectionStatus> items) {}

    /** How far a view is; {@code lag} is how many positions it is behind {@code head}. */
    record ProjectionStatus(
            String name, ProcessorStatus.State state, long position, long head, long lag, RebuildStatus rebuild) {}

    private final Map<String, Projection> projections = new TreeMap<>();
    private final Processors processors;
    private final Rebuilds rebuilds;
    private final RebuildRuns runs;
    private final Digests digests;

    ProjectionsController(
            List<Projection> projections, Processors processors, Rebuilds rebuilds, RebuildRuns runs, Digests digests) {
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
        this.processors = processors;
        this.rebuilds = rebuilds;
        this.runs = runs;
        this.digests = digests;
    }

    @GetMapping
    @Operation(summary = "List the views: how far each is, and its last rebuild")
    Projections list() {
        Administrators.only();
        var rebuilding = runs.all();
        return new Projections(processors.all().stream()
                .filter(processor -> projections.containsKey(processor.name()))
                .map(processor -> status(processor, rebuilding.get(processor.name())))
                .toList());
    }

    @PostMapping("/{name}/rebuild")
    @Operation(summary = "Compute a view anew beside the living one")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildStatus rebuild(@PathVariable String name) {
        Administrators.only();
        rebuilds.begin(find(name));
        return runs.all().get(name);
    }

    @GetMapping("/{name}/digest")
    @Operation(summary = "Read a digest over each table of a view")
    Digests.Digest digest(@PathVariable String name) {
        Administrators.only();
        return digests.of(find(name));
    }

    private static ProjectionStatus status(ProcessorStatus processor, RebuildStatus rebuild) {
        return new ProjectionStatus(
                processor.name(), processor.state(), processor.position(), processor.head(), processor.lag(), rebuild);
    }

    private Projection find(String name) {
        return Optional.ofNullable(projections.get(name)).orElseThrow(Refused::notFound);
    }
}
