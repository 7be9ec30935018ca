package dev.callout.command.demo;

import static dev.callout.api.identity.Role.TECHNICIAN;

import dev.callout.api.customer.CustomerKind;
import dev.callout.api.customer.PostalAddress;
import dev.callout.api.identity.Role;
import java.util.List;

/** Who is who in the demo: Northwind Service, which looks after the computers and machines of a dozen customers. */
final class DemoCompany {

    private DemoCompany() {}

    /** One person with an account; for customers' people, whose contact they are. */
    record Person(String username, String name, Role role, String customer, String contact) {

        static Person staff(String username, String name, Role role) {
            return new Person(username, name, role, null, null);
        }
    }

    /** One team and the user names of its members. */
    record Crew(String name, List<String> members) {}

    /** Somebody to talk to at a customer. */
    record Contact(String name, String email, String phone, String language) {}

    /** A place of a customer. */
    record Place(String name, PostalAddress address) {}

    /** One customer with contacts and places. */
    record Client(
            String key, CustomerKind kind, String name, boolean vip, List<Contact> contacts, List<Place> places) {}

    static final List<Person> PEOPLE = List.of(
            Person.staff("admin", "Alex Novak", Role.ADMIN),
            Person.staff("manager", "Maren Holt", Role.MANAGER),
            Person.staff("dispatcher", "Dana Reed", Role.DISPATCHER),
            Person.staff("parts", "Pavel Sokol", Role.PARTS),
            Person.staff("quality", "Quinn Abara", Role.QUALITY),
            Person.staff("billing", "Bea Lindqvist", Role.BILLING),
            Person.staff("support", "Sam Okafor", Role.SUPPORT),
            Person.staff("auditor", "Aud Nilsen", Role.AUDITOR),
            Person.staff("privacy", "Priya Raman", Role.PRIVACY_OFFICER),
            Person.staff("analyst", "Ana Ferreira", Role.ANALYST),
            Person.staff("technician", "Theo Brandt", TECHNICIAN),
            Person.staff("ana.costa", "Ana Costa", TECHNICIAN),
            Person.staff("ben.walsh", "Ben Walsh", TECHNICIAN),
            Person.staff("chiara.rossi", "Chiara Rossi", TECHNICIAN),
            Person.staff("deniz.aydin", "Deniz Aydin", TECHNICIAN),
            Person.staff("emil.haas", "Emil Haas", TECHNICIAN),
            Person.staff("fatou.diop", "Fatou Diop", TECHNICIAN),
            Person.staff("grace.lin", "Grace Lin", TECHNICIAN),
            new Person("acme-admin", "Morgan Field", Role.CUSTOMER_ADMIN, "acme", "Morgan Field"),
            new Person("acme-user", "Uma Patel", Role.CUSTOMER_USER, "acme", "Uma Patel"),
            new Person("consumer", "Carl Jensen", Role.CONSUMER, "jensen", "Carl Jensen"),
            new Person("guest", "Gil Torres", Role.GUEST, "acme", "Gil Torres"));

    static final List<Crew> CREWS = List.of(
            new Crew("Field Team North", List.of("technician", "ana.costa", "ben.walsh")),
            new Crew("Network Team", List.of("chiara.rossi", "deniz.aydin", "technician")),
            new Crew("Printers & Devices", List.of("emil.haas", "fatou.diop", "grace.lin")));

    static final List<Client> CLIENTS = List.of(
            business(
                    "acme",
                    "ACME Logistics",
                    true,
                    List.of(
                            new Contact("Morgan Field", "morgan.field@acme.example", "+49 40 5550100", "en"),
                            new Contact("Uma Patel", "uma.patel@acme.example", "+49 40 5550101", "en"),
                            new Contact("Gil Torres", "gil.torres@acme.example", "+49 40 5550102", "es")),
                    List.of(
                            place("Head office", "Speicherstadt 4", "20457", "Hamburg", "DE"),
                            place("Warehouse Süd", "Hafenstraße 88", "21079", "Hamburg", "DE"))),
            business(
                    "brightside",
                    "Brightside Dental",
                    false,
                    List.of(new Contact("Dr. Petra Keller", "p.keller@brightside.example", "+49 40 5550110", "de")),
                    List.of(place("Practice", "Eppendorfer Weg 12", "20259", "Hamburg", "DE"))),
            business(
                    "cityhall",
                    "City of Altona",
                    true,
                    List.of(new Contact("Jonas Meyer", "it@altona.example", "+49 40 5550120", "de")),
                    List.of(
                            place("Town hall", "Platz der Republik 1", "22765", "Hamburg", "DE"),
                            place("Library", "Ottenser Hauptstraße 10", "22765", "Hamburg", "DE"))),
            business(
                    "delphi",
                    "Delphi Law",
                    false,
                    List.of(new Contact("Eleni Markou", "e.markou@delphi.example", "+49 40 5550130", "en")),
                    List.of(place("Chambers", "Jungfernstieg 30", "20354", "Hamburg", "DE"))),
            business(
                    "elbe",
                    "Elbe Print House",
                    false,
                    List.of(new Contact("Rolf Ahrens", "r.ahrens@elbeprint.example", "+49 40 5550140", "de")),
                    List.of(place("Press hall", "Billstraße 77", "20539", "Hamburg", "DE"))),
            business(
                    "fresh",
                    "Fresh Corner Markets",
                    false,
                    List.of(new Contact("Nadia Haddad", "n.haddad@fresh.example", "+49 40 5550150", "fr")),
                    List.of(
                            place("Store 1", "Grindelallee 5", "20146", "Hamburg", "DE"),
                            place("Store 2", "Wandsbeker Markt 9", "22041", "Hamburg", "DE"))),
            business(
                    "grand",
                    "Grand Hotel Alster",
                    true,
                    List.of(new Contact("Sofia Lange", "s.lange@grandalster.example", "+49 40 5550160", "de")),
                    List.of(place("Hotel", "An der Alster 40", "20099", "Hamburg", "DE"))),
            business(
                    "hanse",
                    "Hanse School",
                    false,
                    List.of(new Contact("Ivo Brandt", "i.brandt@hanse-school.example", "+49 40 5550170", "de")),
                    List.of(place("Campus", "Holstenglacis 3", "20355", "Hamburg", "DE"))),
            business(
                    "iris",
                    "Iris Opticians",
                    false,
                    List.of(new Contact("Maya Stern", "maya@iris.example", "+49 40 5550180", "en")),
                    List.of(place("Shop", "Mönckebergstraße 22", "20095", "Hamburg", "DE"))),
            consumer("jensen", "Carl Jensen", "carl.jensen@mail.example", "+49 170 5550190"),
            consumer("kowalski", "Ewa Kowalski", "ewa.k@mail.example", "+49 170 5550191"),
            consumer("lopez", "Diego López", "diego.lopez@mail.example", "+49 170 5550192"));

    private static Client business(String key, String name, boolean vip, List<Contact> contacts, List<Place> places) {
        return new Client(key, CustomerKind.BUSINESS, name, vip, contacts, places);
    }

    private static Client consumer(String key, String name, String email, String phone) {
        return new Client(
                key,
                CustomerKind.CONSUMER,
                name,
                false,
                List.of(new Contact(name, email, phone, "en")),
                List.of(place("Home", "Gartenweg 7", "22303", "Hamburg", "DE")));
    }

    private static Place place(String name, String street, String postalCode, String city, String country) {
        return new Place(name, new PostalAddress(street, postalCode, city, country));
    }
}
