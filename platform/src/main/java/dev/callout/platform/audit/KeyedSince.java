package dev.callout.platform.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what is from before there were keyed hashes gets them, once in the life of a database. Where it is known
 * outside the database that its history was sealed with them already, nothing is taken over any more.
 */
@Component
class KeyedSince {

    private static final Logger log = LoggerFactory.getLogger(KeyedSince.class);
    private static final String NEWEST_SEALED = "newest-sealed.json";

    KeyedSince(
            JdbcClient db,
            KeyedHash keyed,
            List<FromBefore> all,
            @Value("${callout.audit.checkpoint-folder:}") String folder) {
        for (var old : all) {
            var mark = "keyed " + old.name();
            var kept = db.sql("SELECT value FROM secret WHERE name = ?")
                    .param(mark)
                    .query(byte[].class)
                    .optional();
            if (kept.filter(value -> keyed.fits(value, new Canonical(mark))).isPresent()) {
                continue;
            }
            if (!folder.isBlank() && Files.exists(Path.of(folder, NEWEST_SEALED))) {
                log.error("The mark that {} have keyed hashes was removed; nothing is taken over", old.name());
                continue;
            }
            old.takeOver();
            db.sql("INSERT INTO secret (name, value) VALUES (?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
                    .params(mark, keyed.of(new Canonical(mark)))
                    .update();
        }
    }
}
