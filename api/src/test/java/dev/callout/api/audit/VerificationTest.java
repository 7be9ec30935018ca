package dev.callout.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.api.audit.Verification.Finding;
import dev.callout.api.audit.Verification.Kind;
import dev.callout.api.audit.Verification.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Verification BEGUN =
            new Verification(State.RUNNING, NINE, null, 0, 500, 7, 0, 0, "the key", "its fingerprint", List.of(), null);

    @Test
    void tells_how_far_it_is() {
        assertThat(BEGUN.at(200))
                .isEqualTo(new Verification(
                        State.RUNNING, NINE, null, 200, 500, 7, 0, 0, "the key", "its fingerprint", List.of(), null));
    }

    @Test
    void finds_the_history_sound_when_nothing_is_wrong_with_it() {
        assertThat(BEGUN.at(200).found(List.of(), 2, 3, TEN))
                .isEqualTo(new Verification(
                        State.SOUND, NINE, TEN, 500, 500, 7, 2, 3, "the key", "its fingerprint", List.of(), null));
    }

    @Test
    void finds_it_broken_when_a_single_thing_is() {
        var findings = List.of(Finding.of(Kind.BLOCK_BROKEN, "Block 3 is not the one that follows block 2."));
        var verdict = BEGUN.found(findings, 2, 3, TEN);
        assertThat(verdict.state()).isEqualTo(State.BROKEN);
        assertThat(verdict.findings()).isEqualTo(findings);
        assertThat(verdict.findings().get(0))
                .isEqualTo(new Finding(
                        Kind.BLOCK_BROKEN, "Block 3 is not the one that follows block 2.", null, null, null, null));
    }

    @Test
    void has_no_verdict_when_the_comparison_itself_went_wrong() {
        assertThat(BEGUN.at(200).failed(TEN, "The server has stopped."))
                .isEqualTo(new Verification(
                        State.FAILED,
                        NINE,
                        TEN,
                        200,
                        500,
                        7,
                        0,
                        0,
                        "the key",
                        "its fingerprint",
                        List.of(),
                        "The server has stopped."));
    }

    @Test
    void says_so_when_nobody_ever_compared() {
        assertThat(Verification.neverRun())
                .isEqualTo(new Verification(State.NEVER_RUN, null, null, 0, 0, 0, 0, 0, null, null, List.of(), null));
    }

    @Test
    void is_asked_for_without_published_checkpoints_too() {
        assertThat(new VerifyHistory(null, null).published()).isEmpty();
    }
}
