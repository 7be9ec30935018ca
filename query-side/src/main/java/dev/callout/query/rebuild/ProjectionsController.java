package dev.callout.query.rebuild;

import dev.callout.query.Refused;
import dev.callout.query.projection.Projection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
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
    record ProjectionStatus(String name, State state, long position, long head, long lag, RebuildStatus rebuild) {}

    /** What a view's processor does. */
    enum State {
        RUNNING,
        STOPPED,
        FAILING
    }

    private final Map<String, Projection> projections = new TreeMap<>();
    private final Configuration axon;
    private final Rebuilds rebuilds;
    private final RebuildRuns runs;
    private final Digests digests;
    private final Administrators administrators;

    ProjectionsController(
            List<Projection> projections,
            Configuration axon,
            Rebuilds rebuilds,
            RebuildRuns runs,
            Digests digests,
            Administrators administrators) {
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
        this.axon = axon;
        this.rebuilds = rebuilds;
        this.runs = runs;
        this.digests = digests;
        this.administrators = administrators;
    }

    @GetMapping
    @Operation(summary = "List the views: how far each is, and its last rebuild")
    Projections list() {
        administrators.only();
        var head = axon.eventStore().createHeadToken();
        var position = head == null ? 0 : head.position().orElse(0);
        var rebuilding = runs.all();
        return new Projections(projections.keySet().stream()
                .map(name -> status(name, position, rebuilding.get(name)))
                .toList());
    }

    @PostMapping("/{name}/rebuild")
    @Operation(summary = "Compute a view anew beside the living one")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildStatus rebuild(@PathVariable String name) {
        administrators.only();
        rebuilds.begin(find(name));
        return runs.all().get(name);
    }

    @GetMapping("/{name}/digest")
    @Operation(summary = "Read a digest over each table of a view")
    Digests.Digest digest(@PathVariable String name) {
        administrators.only();
        return digests.of(find(name));
    }

    private ProjectionStatus status(String name, long head, RebuildStatus rebuild) {
        var processor = axon.eventProcessingConfiguration()
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
        var segments = processor.processingStatus().values();
        var position = segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        var failing = processor.isError() || segments.stream().anyMatch(EventTrackerStatus::isErrorState);
        var state = failing ? State.FAILING : processor.isRunning() ? State.RUNNING : State.STOPPED;
        return new ProjectionStatus(name, state, position, head, Math.max(0, head - position), rebuild);
    }

    private Projection find(String name) {
        return Optional.ofNullable(projections.get(name)).orElseThrow(Refused::notFound);
    }
}
