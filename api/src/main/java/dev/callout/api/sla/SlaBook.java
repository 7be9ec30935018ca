package dev.callout.api.sla;

/** Every version of every policy and calendar there ever was. A version that is not there is a defect, and throws. */
public interface SlaBook {

    SlaPolicy policy(String policyId, int version);

    WorkCalendar calendar(String calendarId, int version);
}
