package dev.callout.api.identity;

/** Whether somebody signs in with a second factor, and how many recovery codes are left for the day it is lost. */
public record SecondFactorState(boolean on, int recoveryCodesLeft) {}
