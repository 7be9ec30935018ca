package dev.callout.rights;

import dev.callout.api.identity.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A way in that sends no message, the reason why it needs none, and who may take it. Keep the list short. */
record SideDoor(String address, String reason, Set<Role> allowed) {

    private static final Set<Role> EVERYBODY = Arrays.stream(Role.values())
            .filter(role -> role != Role.SYSTEM)
            .collect(() -> EnumSet.noneOf(Role.class), Set::add, Set::addAll);

    static final List<SideDoor> ALL = List.of(
            open("GET /sign-in", "the page to sign in by"),
            open("POST /api/v1/auth/token", "signs in; wrong passwords are counted"),
            open("GET /sign-in/code", "the page for the second factor"),
            open("POST /sign-in/code", "carries its right in the code"),
            open("GET /forgot", "the page to ask for a new password by"),
            open("POST /forgot", "answers the same for everybody, and mails a link to who is known"),
            open("GET /set-password", "the page that a link from a mail leads to"),
            open(
                    "POST /api/v1/auth/password-reset",
                    "answers the same for everybody, and mails a link to who is known"),
            ownSecondFactor("POST /account/second-factor"),
            ownSecondFactor("POST /account/second-factor/confirmation"),
            ownSecondFactor("POST /account/second-factor/recovery-codes"),
            ownSecondFactor("POST /account/second-factor/disable"),
            ownSecondFactor("POST /api/v1/auth/second-factor"),
            ownSecondFactor("POST /api/v1/auth/second-factor/confirmation"),
            ownSecondFactor("POST /api/v1/auth/second-factor/recovery-codes"),
            ownSecondFactor("POST /api/v1/auth/second-factor/disable"),
            open("POST /api/v1/auth/refresh", "carries its right in the refresh token"),
            open("POST /api/v1/auth/sign-out", "ends the sign-in it comes with"),
            open("GET /api/v1/auth/me", "says who is signed in"),
            open("GET /api/v1/service-desk/catalog", "the same words for everybody"),
            open("GET /api/v1/service-desk/calendars/holiday-regions", "the same countries for everybody"),
            open(
                    "GET /api/v1/service-desk/tickets/{ticket}/attachments/{attachmentId}",
                    "sends a file; it goes to whoever may read the ticket, and an internal one to staff only"),
            operation("GET /api/v1/operations/projections"),
            operation("GET /api/v1/operations/projections/{name}/digest"),
            operation("POST /api/v1/operations/projections/{name}/rebuild"),
            operation("GET /api/v1/processors"),
            operation("POST /api/v1/processors/{name}/pause"),
            operation("POST /api/v1/processors/{name}/resume"),
            operation("POST /api/v1/processors/{name}/split"),
            operation("POST /api/v1/processors/{name}/merge"),
            operation("GET /api/v1/operations/dead-letters"),
            operation("POST /api/v1/operations/dead-letters/{group}/retry"),
            operation("POST /api/v1/operations/dead-letters/{group}/discard"));

    private static SideDoor open(String address, String reason) {
        return new SideDoor(address, reason, EVERYBODY);
    }

    private static SideDoor ownSecondFactor(String address) {
        return open(address, "is about who is signed in alone, and its secrets travel in no message");
    }

    private static SideDoor operation(String address) {
        return new SideDoor(address, "runs this installation and says nothing about the business", Set.of(Role.ADMIN));
    }

    @Override
    public String toString() {
        return address;
    }
}
