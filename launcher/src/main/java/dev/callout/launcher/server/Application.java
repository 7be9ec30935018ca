package dev.callout.launcher.server;

import dev.callout.Callout;
import dev.callout.launcher.CannotRun;
import dev.callout.platform.WillNotStart;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The Spring context with everything in it, and an end to it that never takes longer than we promise. */
final class Application implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Application.class);
    private static final Duration PATIENCE = Duration.ofSeconds(14); // leaves PostgreSQL its share of the 20 seconds

    private final Mode mode;
    private final Settings settings;
    private volatile ConfigurableApplicationContext context;

    Application(Mode mode, Settings settings) {
        this.mode = mode;
        this.settings = settings;
    }

    ConfigurableApplicationContext start(List<String> properties) {
        var spring = new SpringApplication(Callout.class);
        spring.setRegisterShutdownHook(false); // Shutdown has the order: PostgreSQL goes after the last of its users
        spring.addInitializers(begun -> context = begun);
        spring.addInitializers(begun ->
                begun.getBeanFactory().registerSingleton("partsOfTheRole", new PartsOfTheRole(settings.deployment())));
        if (mode == Mode.SERVICE && settings.deployment().takesOrders()) {
            spring.addInitializers(begun -> begun.getBeanFactory()
                    .registerSingleton("firstSignIn", new FirstSignIn(settings.wordsTo(System.out))));
        }
        try {
            return spring.run(properties.toArray(String[]::new));
        } catch (RuntimeException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof WillNotStart reason) {
                throw new CannotRun(reason.getMessage(), e);
            }
            throw WrongSetting.in(e)
                    .<RuntimeException>map(words -> new CannotRun(words, e))
                    .orElse(e);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            close(context);
        }
    }

    private static void close(ConfigurableApplicationContext context) {
        var closing = new Thread(context::close, "shutdown");
        closing.setDaemon(true);
        closing.start();
        if (!ended(closing)) {
            log.warn("Not everything ended within {} s; going on without waiting", PATIENCE.toSeconds());
        }
    }

    private static boolean ended(Thread closing) {
        try {
            closing.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !closing.isAlive();
    }
}
