package dev.callout.platform.identity;

import dev.callout.api.Typed;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes for the day the second factor is lost. Each works once; only hashes are kept. */
@Component
class RecoveryCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 10;
    private static final int BYTES = 10;

    private final JdbcClient database;

    RecoveryCodes(JdbcClient database) {
        this.database = database;
    }

    /** Fresh codes, to be shown once; the earlier ones no longer work. */
    List<String> renew(String accountId) {
        forget(accountId);
        var codes = Stream.generate(RecoveryCodes::fresh).limit(CODES).toList();
        for (var code : codes) {
            database.sql("insert into recovery_code (account_id, code_hash) values (:account, :hash)")
                    .param("account", accountId)
                    .param("hash", Tokens.hash(bare(code)))
                    .update();
        }
        return codes;
    }

    /** Whether this was a code that still worked; now it no longer does. */
    boolean use(String accountId, String code) {
        return database.sql("update recovery_code set used_at = now()"
                                + " where account_id = :account and code_hash = :hash and used_at is null")
                        .param("account", accountId)
                        .param("hash", Tokens.hash(bare(code)))
                        .update()
                == 1;
    }

    void forget(String accountId) {
        database.sql("delete from recovery_code where account_id = :account")
                .param("account", accountId)
                .update();
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** People type them with and without the dashes, in any case. */
    private static String bare(String code) {
        return Typed.code(code).toLowerCase(Locale.ROOT);
    }
}
