package dev.callout.platform.identity;

/** Shows the first administrator's name and password to whoever started the product, once. */
@FunctionalInterface
public interface FirstSignInNotice {

    void show(String username, String password);
}
