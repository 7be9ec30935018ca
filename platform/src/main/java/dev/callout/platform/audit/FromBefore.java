package dev.callout.platform.audit;

/** What a database from before there were keyed hashes holds without them. */
public interface FromBefore {

    /** A name for it that stays. */
    String name();

    /** Gives it keyed hashes as it stands. Happens once in the life of a database. */
    void takeOver();
}
