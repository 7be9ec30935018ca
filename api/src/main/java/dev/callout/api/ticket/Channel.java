package dev.callout.api.ticket;

/** How the request reached us. */
public enum Channel {
    EMAIL,
    WEB_PORTAL,
    MOBILE_APP,
    WHATSAPP,
    MESSENGER,
    CHATBOT,
    PHONE,
    WALK_IN
}
