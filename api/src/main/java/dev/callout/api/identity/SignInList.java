package dev.callout.api.identity;

import java.util.List;

/** Where somebody is signed in, the latest first. */
public record SignInList(List<SignInLine> items) {}
