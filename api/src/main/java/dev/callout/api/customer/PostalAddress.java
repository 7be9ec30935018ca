package dev.callout.api.customer;

/** Where something is; {@code country} is an ISO 3166 code of two letters. */
public record PostalAddress(String street, String postalCode, String city, String country) {}
