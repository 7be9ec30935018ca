package dev.callout.launcher.backup;

/** Hears how many of all rows are done. */
@FunctionalInterface
public interface Progress {

    void show(long done, long total);
}
