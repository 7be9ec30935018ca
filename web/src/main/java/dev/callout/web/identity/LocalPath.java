package dev.callout.web.identity;

/** Keeps a redirect on our own site: browsers read {@code //host}, {@code /\host} and hidden tabs as another one. */
final class LocalPath {

    private LocalPath() {}

    /** The path itself if it stays here, else null. */
    static String orNull(String path) {
        return isLocal(path) ? path : null;
    }

    private static boolean isLocal(String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
