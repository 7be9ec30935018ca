package dev.callout.platform.tables;

/** Held while a backup reads all tables; who wants to put one in another's place waits until it is over. */
public final class BackupLock {

    private static final String KEY = "hashtext('callout backup')";

    /** To the end of the session. */
    public static final String HOLD = "SELECT pg_advisory_lock_shared(" + KEY + ")";

    public static final String IS_FREE = "SELECT pg_try_advisory_xact_lock(" + KEY + ")";

    private BackupLock() {}
}
