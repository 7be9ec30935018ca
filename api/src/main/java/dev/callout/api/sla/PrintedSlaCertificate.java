package dev.callout.api.sla;

/** A certificate as PDF. */
public record PrintedSlaCertificate(String number, byte[] pdf) {}
