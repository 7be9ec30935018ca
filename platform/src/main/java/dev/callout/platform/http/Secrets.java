package dev.callout.platform.http;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that all nodes share and nobody chooses: made at first use, kept in the database. */
@Component
public class Secrets {

    private static final int BYTES = 32;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Secrets(JdbcClient database) {
        this.database = database;
    }

    public byte[] get(String name) {
        return known.computeIfAbsent(name, this::findOrMake).clone();
    }

    private byte[] findOrMake(String name) {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        database.sql("insert into secret (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", name)
                .param("value", fresh)
                .update();
        return database.sql("select value from secret where name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
    }
}
