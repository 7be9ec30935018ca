package dev.callout.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callout.benchmarks.product.Product;
import dev.callout.benchmarks.stage.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The faults that cost little, each once, to one product. {@code ./callout prove} lets them happen at length. */
class FaultsIT {

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = new Stage(Product.Recipe.of(Path.of(".."), ""));
        stage.writeStories();
    }

    @AfterAll
    static void stop() throws Exception {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void survives_postgresql_killed_under_load() throws Exception {
        survives(DatabaseGone.killed(), 1);
    }

    @Test
    void survives_postgresql_restarted_under_load() throws Exception {
        survives(DatabaseGone.restarted(), 1);
    }

    @Test
    void takes_a_command_whose_answer_was_lost_once() throws Exception {
        survives(new AnswerLost(), 40);
    }

    @Test
    void answers_what_is_under_way_when_told_to_stop() throws Exception {
        survives(new ToldToStop(), 1);
    }

    private static void survives(OnStage fault, int times) throws Exception {
        assertThat(fault.happenTo(stage, times, words -> {})).isNotBlank();
    }
}
