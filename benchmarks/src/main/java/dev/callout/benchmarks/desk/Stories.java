package dev.callout.benchmarks.desk;

import static dev.callout.benchmarks.desk.Caller.TICKETS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Some tickets of different ages, as a service desk has them: from just raised to closed. */
public final class Stories {

    private static final List<String> PROBLEMS = List.of(
            "No heat on the second floor",
            "Printer eats the paper",
            "The barcode reader beeps but reads nothing",
            "Label press stops after ten labels",
            "Cold store shows minus 4 instead of minus 18",
            "Door of the loading ramp does not close");

    private static final String DETAILS =
            "It began this morning and happens several times an hour. Switching it off and "
                    + "on helps for some minutes. Nobody has changed anything; the last service was in spring.";

    private final Desk desk;

    public Stories(Desk desk) {
        this.desk = desk;
    }

    /** Writes so many of them through the product, and says which tickets they are. */
    public List<String> write(int count) throws IOException {
        var written = new ArrayList<String>();
        try (var customer = desk.signedIn("acme-user");
                var dispatcher = desk.signedIn("dispatcher");
                var technician = desk.signedIn("technician")) {
            var assigned = "{\"technicianId\":\"" + desk.accountOf("technician") + "\",\"reason\":\"Nearest\"}";
            for (var i = 0; i < count; i++) {
                var raised = Desk.raise(customer, PROBLEMS.get(i % PROBLEMS.size()), DETAILS);
                var ticket = TICKETS + "/" + raised.id();
                var age = i % 5;
                if (age == 1) {
                    customer.tell(ticket + "/comments", "{\"body\":\"It is getting worse. When will you come?\"}");
                }
                if (age >= 2) {
                    dispatcher.tell(ticket + "/assign", assigned);
                }
                if (age >= 3) {
                    technician.tell(ticket + "/accept", "{}");
                    technician.tell(ticket + "/start", "{}");
                    technician.tell(ticket + "/comments", "{\"body\":\"I am on my way, with the part.\"}");
                }
                if (age == 4) {
                    technician.tell(ticket + "/resolve", "{\"workDone\":\"Sensor replaced, three test runs.\"}");
                    customer.tell(ticket + "/confirm", "{\"comment\":\"Works again, thank you.\"}");
                }
                written.add(raised.id());
            }
        }
        return written;
    }
}
