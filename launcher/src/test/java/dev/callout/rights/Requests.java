package dev.callout.rights;

import static dev.callout.rights.Company.ACCOUNTS;
import static dev.callout.rights.Company.BULK;
import static dev.callout.rights.Company.CUSTOMERS;
import static dev.callout.rights.Company.TEAMS;
import static dev.callout.rights.Company.TICKETS;
import static org.awaitility.Awaitility.await;

import dev.callout.RunningCallout;
import dev.callout.api.assignment.AddTeamMember;
import dev.callout.api.assignment.FindTeam;
import dev.callout.api.assignment.FormTeam;
import dev.callout.api.assignment.ListTeams;
import dev.callout.api.assignment.RemoveTeamMember;
import dev.callout.api.audit.FindTicketProof;
import dev.callout.api.audit.FindVerification;
import dev.callout.api.audit.ListAuditEvents;
import dev.callout.api.audit.ListCheckpoints;
import dev.callout.api.audit.TakeCheckpoint;
import dev.callout.api.audit.VerifyHistory;
import dev.callout.api.customer.AddContact;
import dev.callout.api.customer.AddSite;
import dev.callout.api.customer.AgreeOnPlan;
import dev.callout.api.customer.AssignSlaPolicy;
import dev.callout.api.customer.ChangeContact;
import dev.callout.api.customer.ChangeCustomerDetails;
import dev.callout.api.customer.ChangeSite;
import dev.callout.api.customer.EraseContact;
import dev.callout.api.customer.EraseCustomer;
import dev.callout.api.customer.FindCustomer;
import dev.callout.api.customer.ListCustomers;
import dev.callout.api.customer.MarkCustomerVip;
import dev.callout.api.customer.RegisterCustomer;
import dev.callout.api.customer.RemoveVipMark;
import dev.callout.api.identity.ChangeAccountEmail;
import dev.callout.api.identity.ChangeAccountRole;
import dev.callout.api.identity.ChangePassword;
import dev.callout.api.identity.DeactivateAccount;
import dev.callout.api.identity.EndOtherSignIns;
import dev.callout.api.identity.EndSignIn;
import dev.callout.api.identity.EraseAccount;
import dev.callout.api.identity.FindAccount;
import dev.callout.api.identity.FindSecondFactor;
import dev.callout.api.identity.InviteToAccount;
import dev.callout.api.identity.LinkIdentity;
import dev.callout.api.identity.ListAccounts;
import dev.callout.api.identity.ListSecurityEvents;
import dev.callout.api.identity.ListSignIns;
import dev.callout.api.identity.OpenAccount;
import dev.callout.api.identity.ReactivateAccount;
import dev.callout.api.identity.RecoverAdministrator;
import dev.callout.api.identity.ResetSecondFactor;
import dev.callout.api.identity.Role;
import dev.callout.api.mail.ListMail;
import dev.callout.api.mail.RetryMail;
import dev.callout.api.privacy.CompleteErasure;
import dev.callout.api.privacy.ErasePerson;
import dev.callout.api.privacy.FindErasure;
import dev.callout.api.privacy.FindPerson;
import dev.callout.api.privacy.ListErasures;
import dev.callout.api.privacy.ListTicketsOfPerson;
import dev.callout.api.sla.AnalyzeSlaBreaches;
import dev.callout.api.sla.CertifyCustomerSla;
import dev.callout.api.sla.CertifySla;
import dev.callout.api.sla.CompareCustomersBySla;
import dev.callout.api.sla.CompareTechniciansBySla;
import dev.callout.api.sla.CountCustomerSlaCompliance;
import dev.callout.api.sla.CountSlaCompliance;
import dev.callout.api.sla.FindCustomerSlaTracking;
import dev.callout.api.sla.FindSlaPolicy;
import dev.callout.api.sla.FindSlaTracking;
import dev.callout.api.sla.FindSlaWhatIf;
import dev.callout.api.sla.FindWorkCalendar;
import dev.callout.api.sla.ListSlaFlips;
import dev.callout.api.sla.ListSlaPolicies;
import dev.callout.api.sla.ListSlaTracking;
import dev.callout.api.sla.ListSlaWhatIfs;
import dev.callout.api.sla.ListWorkCalendars;
import dev.callout.api.sla.PrintSlaCertificate;
import dev.callout.api.sla.PublishSlaPolicy;
import dev.callout.api.sla.PublishWorkCalendar;
import dev.callout.api.sla.RetireSlaPolicy;
import dev.callout.api.sla.RetireWorkCalendar;
import dev.callout.api.sla.ReviseSlaPolicy;
import dev.callout.api.sla.ReviseWorkCalendar;
import dev.callout.api.sla.TrySlaWhatIf;
import dev.callout.api.ticket.AcceptTicket;
import dev.callout.api.ticket.AddComment;
import dev.callout.api.ticket.AddNote;
import dev.callout.api.ticket.AgreeOnDelay;
import dev.callout.api.ticket.ArchiveTicket;
import dev.callout.api.ticket.AssignInBulk;
import dev.callout.api.ticket.AssignTicket;
import dev.callout.api.ticket.AttachFile;
import dev.callout.api.ticket.CancelTicket;
import dev.callout.api.ticket.ChangePriority;
import dev.callout.api.ticket.ChangePriorityInBulk;
import dev.callout.api.ticket.ChangeStatusInBulk;
import dev.callout.api.ticket.CheckSla;
import dev.callout.api.ticket.CloseAdministratively;
import dev.callout.api.ticket.CloseUnconfirmed;
import dev.callout.api.ticket.ConfirmResolution;
import dev.callout.api.ticket.CorrectTicket;
import dev.callout.api.ticket.CountTickets;
import dev.callout.api.ticket.DecideSlaDispute;
import dev.callout.api.ticket.EndDelay;
import dev.callout.api.ticket.ErasePersonFromTicket;
import dev.callout.api.ticket.EscalateTicket;
import dev.callout.api.ticket.FindBulkOperation;
import dev.callout.api.ticket.FindCustomerTicket;
import dev.callout.api.ticket.FindTicketDetails;
import dev.callout.api.ticket.FindTicketHistory;
import dev.callout.api.ticket.ImportTicketState;
import dev.callout.api.ticket.LinkTicket;
import dev.callout.api.ticket.ListBulkOperations;
import dev.callout.api.ticket.ListCustomerConversation;
import dev.callout.api.ticket.ListCustomerTickets;
import dev.callout.api.ticket.ListMyTickets;
import dev.callout.api.ticket.ListOpenWork;
import dev.callout.api.ticket.ListTicketBoard;
import dev.callout.api.ticket.ListTicketConversation;
import dev.callout.api.ticket.ListTicketsDue;
import dev.callout.api.ticket.MergeTicket;
import dev.callout.api.ticket.PauseWork;
import dev.callout.api.ticket.PromiseVisit;
import dev.callout.api.ticket.RaiseFollowUp;
import dev.callout.api.ticket.RaiseTicket;
import dev.callout.api.ticket.RecordArrival;
import dev.callout.api.ticket.RecordBulkResults;
import dev.callout.api.ticket.ReopenTicket;
import dev.callout.api.ticket.RequestBulkOperation;
import dev.callout.api.ticket.ResolveTicket;
import dev.callout.api.ticket.ResumeDueWork;
import dev.callout.api.ticket.ResumeWork;
import dev.callout.api.ticket.RetargetSla;
import dev.callout.api.ticket.ReturnToQueue;
import dev.callout.api.ticket.StartWork;
import dev.callout.api.ticket.StopBulkOperation;
import dev.callout.api.ticket.UndoBulkChange;
import dev.callout.api.ticket.UnlinkTicket;
import dev.callout.api.ticket.UnmergeTicket;
import dev.callout.api.ticket.UnwatchTicket;
import dev.callout.api.ticket.WatchTicket;
import dev.callout.api.usage.FindUsage;
import dev.callout.journeys.Answer;
import dev.callout.journeys.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** For each message the request that sends it. A message that is missing here fails {@link EndpointsTest}. */
final class Requests {

    /** Makes in a company what a request needs, and gives back the request, for anybody to send. */
    interface Preparation extends Function<Company, Function<Person, Answer>> {}

    /**
     * How one message is sent.
     *
     * @param preparation null where the message has no address
     * @param ofOne whether it is about one thing of the company, which is nothing to strangers
     * @param side whose address it is; the others reach another message by it
     */
    record Request(Preparation preparation, boolean ofOne, Predicate<Role> side) {

        boolean isInside() {
            return preparation == null;
        }
    }

    private static final String SIGN_INS = "/api/v1/auth/sign-ins";
    private static final String AUDIT = "/api/v1/audit";
    private static final String TRACKING = "/api/v1/service-desk/sla-tracking";
    private static final String SLA_REPORTS = "/api/v1/service-desk/sla-reports";
    private static final String WHAT_IFS = Company.WHAT_IFS;
    private static final Request INSIDE = new Request(null, false, role -> false);

    static final Map<Class<?>, Request> TABLE = new LinkedHashMap<>();

    private Requests() {}

    static {
        ofAccounts();
        ofTeams();
        ofCustomers();
        ofTheWork();
        ofTheConversation();
        ofTies();
        ofManyTickets();
        whatCanBeRead();
        howPromisesStand();
        ofTheAudit();
        ofPrivacy();
        ofMail();
        ofTerms();
        ofTheProductAlone();
    }

    private static void ofAccounts() {
        one(
                OpenAccount.class,
                at -> person -> person.post(
                        ACCOUNTS,
                        Map.of(
                                "username",
                                "new-" + UUID.randomUUID(),
                                "displayName",
                                "Robin Wright",
                                "role",
                                "CUSTOMER_USER",
                                "customerId",
                                at.customerId,
                                "contactId",
                                at.contactId,
                                "password",
                                "long enough")));
        onAccount(ChangeAccountRole.class, "role", Map.of("role", "GUEST"));
        onAccount(DeactivateAccount.class, "deactivate", Map.of("reason", "x"));
        onAccount(ReactivateAccount.class, "reactivate", Map.of());
        one(LinkIdentity.class, at -> {
            var account = at.staff().spare();
            return person -> person.post(
                    ACCOUNTS + "/" + account + "/identity",
                    Map.of("issuer", "https://issuer.example", "subject", account));
        });
        many(
                RecoverAdministrator.class,
                at -> person -> person.post(
                        "/api/v1/administrators/recovery", Map.of("username", "owner-" + UUID.randomUUID())));
        onAccount(ResetSecondFactor.class, "second-factor/reset", Map.of());
        one(ChangeAccountEmail.class, at -> {
            var account = at.invited();
            return person -> person.post(ACCOUNTS + "/" + account + "/email", Map.of("email", "robin@new.example"));
        });
        one(InviteToAccount.class, at -> {
            var account = at.invited();
            return person -> person.post(ACCOUNTS + "/" + account + "/invitation", Map.of());
        });
        many(ChangePassword.class, at -> person -> {
            var twin = at.staff().twinOf(person);
            return twin.post(
                    ACCOUNTS + "/" + twin.accountId() + "/password",
                    Map.of("current", RunningCallout.PASSWORD, "password", "another one"));
        });
        many(EndSignIn.class, at -> person -> {
            var twin = at.staff().twinOf(person);
            var signIn = twin.get(SIGN_INS).expect(200).text("items.0.signInId");
            return twin.caller().delete(SIGN_INS + "/" + signIn);
        });
        many(EndOtherSignIns.class, at -> person -> person.caller().delete(SIGN_INS));
        many(ListSignIns.class, at -> person -> person.get(SIGN_INS));
        many(FindSecondFactor.class, at -> person -> person.get("/api/v1/auth/second-factor"));
    }

    private static void onAccount(Class<?> message, String step, Map<String, ?> body) {
        one(message, at -> {
            var account = at.invited();
            return person -> person.post(ACCOUNTS + "/" + account + "/" + step, body);
        });
    }

    private static void ofTeams() {
        many(FormTeam.class, at -> person -> person.post(TEAMS, Map.of("name", "Night shift")));
        one(AddTeamMember.class, at -> {
            var team = at.staff().team();
            return person -> person.post(
                    TEAMS + "/" + team + "/members",
                    Map.of("accountId", at.staff().technician()));
        });
        one(RemoveTeamMember.class, at -> {
            var team = at.staff().team();
            var members = TEAMS + "/" + team + "/members";
            at.staff().admin.post(members, Map.of("accountId", at.staff().technician()));
            return person -> person.caller().delete(members + "/" + at.staff().technician());
        });
    }

    private static void ofCustomers() {
        many(
                RegisterCustomer.class,
                at -> person -> person.post(CUSTOMERS, Map.of("kind", "BUSINESS", "name", "Newcomers")));
        onCustomer(MarkCustomerVip.class, "vip", at -> Map.of("reason", "x"));
        one(RemoveVipMark.class, at -> person -> person.caller().delete(CUSTOMERS + "/" + at.customerId + "/vip"));
        onCustomer(AddContact.class, "contacts", at -> Map.of("name", "Robin Wright"));
        onCustomer(AddSite.class, "sites", at -> Company.site());
        one(
                ChangeContact.class,
                at -> person -> person.caller()
                        .put(
                                CUSTOMERS + "/" + at.customerId + "/contacts/" + at.contactId,
                                Map.of("name", "Robin White")));
        one(
                ChangeSite.class,
                at -> person ->
                        person.caller().put(CUSTOMERS + "/" + at.customerId + "/sites/" + at.siteId, Company.site()));
        one(
                ChangeCustomerDetails.class,
                at -> person -> person.caller()
                        .with("If-Match", at.customersVersion())
                        .put(CUSTOMERS + "/" + at.customerId, Map.of("name", "Rights & Daughters")));
    }

    private static void onCustomer(Class<?> message, String part, Function<Company, Map<String, ?>> body) {
        one(message, at -> person -> person.post(CUSTOMERS + "/" + at.customerId + "/" + part, body.apply(at)));
    }

    private static void ofTheWork() {
        one(RaiseTicket.class, at -> person -> person.post(TICKETS, at.problem()));
        step(
                AssignTicket.class,
                Company::created,
                "assign",
                at -> Map.of("technicianId", at.staff().technician()));
        step(AcceptTicket.class, Company::assigned, "accept", at -> Map.of());
        step(StartWork.class, Company::accepted, "start", at -> Map.of());
        step(PauseWork.class, Company::inProgress, "pend", at -> Map.of("waitingFor", "PARTS", "reason", "x"));
        step(ResumeWork.class, Company::pending, "resume", at -> Map.of());
        step(ResolveTicket.class, Company::inProgress, "resolve", at -> Map.of("workDone", "x"));
        step(ConfirmResolution.class, Company::resolved, "confirm", at -> Map.of());
        step(ReopenTicket.class, Company::resolved, "reopen", at -> Map.of("reason", "x"));
        step(CloseAdministratively.class, Company::created, "close", at -> Map.of("reason", "x"));
        step(CancelTicket.class, Company::created, "cancel", at -> Map.of("cause", "INVALID"));
        step(ChangePriority.class, Company::created, "priority", at -> Map.of("priority", "URGENT", "reason", "x"));
        step(
                AgreeOnDelay.class,
                Company::created,
                "delay",
                at -> Map.of("until", Instant.now().plus(Duration.ofDays(1)).toString(), "reason", "x"));
        step(EndDelay.class, Company::delayed, "delay/end", at -> Map.of());
        step(PromiseVisit.class, Company::created, "visit", at -> Map.of());
        step(RecordArrival.class, Company::accepted, "arrive", at -> Map.of());
        step(RetargetSla.class, Company::created, "sla", at -> Map.of("policyId", "SLA-standard"));
        step(
                DecideSlaDispute.class,
                Company::created,
                "sla/dispute",
                at -> Map.of("clock", "RESPONSE", "cycle", 1, "accept", true, "reason", "x"));
        step(
                EscalateTicket.class,
                Company::created,
                "escalate",
                at -> Map.of("toAccountId", at.staff().of(Role.MANAGER).accountId(), "reason", "x"));
        one(CorrectTicket.class, at -> {
            var ticket = at.created();
            var body = Map.of("title", "x", "description", "x", "type", "ISSUE", "category", "HARDWARE");
            return person -> person.caller().with("If-Match", "\"0\"").put(TICKETS + "/" + ticket, body);
        });
    }

    private static void step(
            Class<?> message, Function<Company, String> from, String step, Function<Company, Map<String, ?>> body) {
        one(message, at -> {
            var ticket = from.apply(at);
            return person -> person.post(TICKETS + "/" + ticket + "/" + step, body.apply(at));
        });
    }

    private static void ofTheConversation() {
        step(RaiseFollowUp.class, Company::created, "follow-ups", at -> Map.of("description", "x"));
        step(AddComment.class, Company::created, "comments", at -> Map.of("body", "x"));
        step(AddNote.class, Company::created, "notes", at -> Map.of("body", "x"));
        one(AttachFile.class, at -> {
            var ticket = at.created();
            var content = "a log".getBytes(StandardCharsets.UTF_8);
            return person -> person.caller()
                    .attach(
                            UUID.randomUUID().toString(),
                            TICKETS + "/" + ticket + "/attachments",
                            "log.txt",
                            "text/plain",
                            content,
                            false);
        });
    }

    private static void ofTies() {
        one(MergeTicket.class, at -> {
            var duplicate = at.created();
            var into = at.created();
            return person -> person.post(TICKETS + "/" + duplicate + "/merge", Map.of("into", into));
        });
        step(UnmergeTicket.class, Company::merged, "unmerge", at -> Map.of("reason", "x"));
        one(LinkTicket.class, at -> {
            var ticket = at.created();
            var other = at.created();
            return person ->
                    person.post(TICKETS + "/" + ticket + "/links", Map.of("otherTicketId", other, "kind", "RELATED"));
        });
        one(UnlinkTicket.class, at -> {
            var other = at.created();
            var ticket = at.linkedTo(other);
            return person -> person.caller().delete(TICKETS + "/" + ticket + "/links/" + other + "?kind=RELATED");
        });
        step(WatchTicket.class, Company::created, "watch", at -> Map.of());
        one(UnwatchTicket.class, at -> {
            var ticket = at.created();
            return person -> person.caller().delete(TICKETS + "/" + ticket + "/watch");
        });
    }

    private static void ofManyTickets() {
        bulk(RequestBulkOperation.class, "", Requests::statusThatFits);
        bulk(ChangeStatusInBulk.class, "?dryRun=true", Requests::statusThatFits);
        bulk(
                AssignInBulk.class,
                "?dryRun=true",
                (at, person) ->
                        Map.of("operation", "ASSIGN", "technicianId", at.staff().technician()));
        bulk(
                ChangePriorityInBulk.class,
                "?dryRun=true",
                (at, person) -> Map.of("operation", "PRIORITY", "priority", "LOW", "reason", "x"));
        one(StopBulkOperation.class, at -> {
            var reopened = at.operation();
            var solved = at.operationOf(at.staff().of(Role.TECHNICIAN), "RESOLVED", at.inProgress());
            return person -> person.post(
                    BULK + "/" + (person.role() == Role.TECHNICIAN ? solved : reopened) + "/stop", Map.of());
        });
        one(UndoBulkChange.class, at -> {
            var reopened = at.operation();
            var solved = at.operationOf(at.staff().of(Role.TECHNICIAN), "RESOLVED", at.inProgress());
            return person -> person.post(
                    BULK + "/" + (person.role() == Role.TECHNICIAN ? solved : reopened) + "/undo?dryRun=true",
                    Map.of("reason", "x"));
        });
    }

    /** Technicians resolve, the others reopen: each what its role may do to a single ticket. */
    private static Map<String, ?> statusThatFits(Company at, Person person) {
        var status = person.role() == Role.TECHNICIAN ? "RESOLVED" : "REOPENED";
        return Map.of("operation", "STATUS", "status", status, "reason", "x");
    }

    private static void bulk(Class<?> message, String how, BiFunction<Company, Person, Map<String, ?>> operation) {
        many(message, at -> {
            var tickets = List.of(Map.of("id", at.resolved()));
            return person -> {
                var body = new HashMap<String, Object>(operation.apply(at, person));
                body.put("tickets", tickets);
                return person.post(BULK + how, body);
            };
        });
    }

    private static void whatCanBeRead() {
        many(ListAccounts.class, at -> person -> person.get(ACCOUNTS));
        one(FindAccount.class, at -> person -> person.get(ACCOUNTS + "/" + at.somebody()));
        many(ListTeams.class, at -> person -> person.get(TEAMS));
        one(FindTeam.class, at -> {
            var team = at.staff().team();
            await().until(() -> at.staff().admin.get(TEAMS + "/" + team).status() == 200);
            return person -> person.get(TEAMS + "/" + team);
        });
        many(ListCustomers.class, at -> person -> person.get(CUSTOMERS));
        one(FindCustomer.class, at -> person -> person.get(CUSTOMERS + "/" + at.customerId));
        many(CountTickets.class, at -> person -> person.get(TICKETS + "/counts"));
        many(ListMyTickets.class, at -> person -> person.get(TICKETS + "/mine"));
        one(FindTicketHistory.class, at -> {
            var ticket = at.shown();
            return person -> person.get(TICKETS + "/" + ticket + "/history");
        });
        many(ListBulkOperations.class, at -> person -> person.get(BULK));
        one(FindBulkOperation.class, at -> {
            var operation = at.operation();
            return person -> person.get(BULK + "/" + operation);
        });
        Preparation conversation = at -> {
            var ticket = at.shown();
            return person -> person.get(TICKETS + "/" + ticket + "/conversation");
        };
        TABLE.put(ListTicketConversation.class, new Request(conversation, true, role -> !role.isCustomer()));
        TABLE.put(ListCustomerConversation.class, new Request(conversation, true, Role::isCustomer));
        Preparation oneTicket = at -> {
            var ticket = at.shown();
            return person -> person.get(TICKETS + "/" + ticket);
        };
        Preparation tickets = at -> person -> person.get(TICKETS);
        TABLE.put(FindTicketDetails.class, new Request(oneTicket, true, role -> !role.isCustomer()));
        TABLE.put(FindCustomerTicket.class, new Request(oneTicket, true, Role::isCustomer));
        TABLE.put(ListTicketBoard.class, new Request(tickets, false, role -> !role.isCustomer()));
        TABLE.put(ListCustomerTickets.class, new Request(tickets, false, Role::isCustomer));
    }

    private static void howPromisesStand() {
        Preparation tracking = at -> {
            var ticket = at.tracked();
            return person -> person.get(TRACKING + "/" + ticket);
        };
        Preparation certificate = at -> {
            var ticket = at.tracked();
            return person -> person.get(TRACKING + "/" + ticket + "/certificate");
        };
        Preparation compliance = at -> person -> person.get(SLA_REPORTS + "/compliance");
        TABLE.put(FindSlaTracking.class, new Request(tracking, true, role -> !role.isCustomer()));
        TABLE.put(FindCustomerSlaTracking.class, new Request(tracking, true, Role::isCustomer));
        TABLE.put(CertifySla.class, new Request(certificate, true, role -> !role.isCustomer()));
        TABLE.put(CertifyCustomerSla.class, new Request(certificate, true, Role::isCustomer));
        TABLE.put(CountSlaCompliance.class, new Request(compliance, false, role -> !role.isCustomer()));
        TABLE.put(CountCustomerSlaCompliance.class, new Request(compliance, false, Role::isCustomer));
        many(AnalyzeSlaBreaches.class, at -> person -> person.get(SLA_REPORTS + "/breaches"));
        many(CompareTechniciansBySla.class, at -> person -> person.get(SLA_REPORTS + "/technicians"));
        many(CompareCustomersBySla.class, at -> person -> person.get(SLA_REPORTS + "/customers"));
        TABLE.put(ListSlaTracking.class, INSIDE); // the screens alone ask these two
        TABLE.put(PrintSlaCertificate.class, INSIDE);
        many(TrySlaWhatIf.class, at -> person -> person.post(WHAT_IFS, Company.LONG_AGO));
        many(FindSlaWhatIf.class, at -> {
            var run = at.whatIf();
            return person -> person.get(WHAT_IFS + "/" + run);
        });
        many(ListSlaWhatIfs.class, at -> person -> person.get(WHAT_IFS));
        many(ListSlaFlips.class, at -> {
            var run = at.whatIf();
            return person -> person.get(WHAT_IFS + "/" + run + "/flips");
        });
    }

    private static void ofTheAudit() {
        many(ListAuditEvents.class, at -> person -> person.get(AUDIT + "/events?pageSize=1"));
        many(ListSecurityEvents.class, at -> person -> person.get(AUDIT + "/security"));
        many(ListCheckpoints.class, at -> person -> person.get(AUDIT + "/checkpoints"));
        many(TakeCheckpoint.class, at -> person -> person.post(AUDIT + "/checkpoints", Map.of()));
        many(FindVerification.class, at -> person -> person.get(AUDIT + "/verification"));
        many(VerifyHistory.class, at -> person -> person.post(AUDIT + "/verification", Map.of()));
        one(FindTicketProof.class, at -> {
            var ticket = at.shown();
            at.staff().admin.post(AUDIT + "/checkpoints", Map.of()).expect(200);
            return person -> person.get(AUDIT + "/tickets/" + ticket + "/proof");
        });
    }

    private static void ofPrivacy() {
        var erasures = "/api/v1/privacy/erasures";
        many(ListErasures.class, at -> person -> person.get(erasures));
        many(FindPerson.class, at -> person -> person.get("/api/v1/privacy/persons/" + at.contactId));
        many(
                ListTicketsOfPerson.class,
                at -> person -> person.get("/api/v1/privacy/persons/" + at.contactId + "/tickets"));
        many(ErasePerson.class, at -> {
            var contact = at.contact();
            return person -> person.post(erasures, Map.of("personId", contact, "ground", "REQUESTED_BY_PERSON"));
        });
        many(FindErasure.class, at -> {
            var order = Map.of("personId", at.contact(), "ground", "REQUESTED_BY_PERSON");
            var erasure = at.staff().admin.post(erasures, order).expect(201).id();
            await().until(() -> at.staff().admin.get(erasures + "/" + erasure).status() == 200);
            return person -> person.get(erasures + "/" + erasure);
        });
    }

    private static void ofMail() {
        many(FindUsage.class, at -> person -> person.get("/api/v1/usage"));
        many(ListMail.class, at -> person -> person.get("/api/v1/mail"));
        many(RetryMail.class, at -> {
            at.invited();
            var mail = await().until(
                            () -> at.staff().admin.get("/api/v1/mail").text("items.0.mailId"), found -> found != null);
            return person -> person.post("/api/v1/mail/" + mail + "/retry", Map.of());
        });
    }

    private static void ofTerms() {
        one(
                AgreeOnPlan.class,
                at -> person ->
                        person.caller().put(CUSTOMERS + "/" + at.customerId + "/plan", Map.of("plan", "Economy")));
        one(
                AssignSlaPolicy.class,
                at -> person -> person.caller()
                        .put(CUSTOMERS + "/" + at.customerId + "/sla-policy", Map.of("policyId", "SLA-standard")));
        many(PublishSlaPolicy.class, at -> {
            var policy = Terms.policyFor(at.newcomer());
            return person -> person.post(Terms.POLICIES, policy);
        });
        many(ReviseSlaPolicy.class, at -> {
            var customer = at.newcomer();
            var policy = at.published(Terms.POLICIES, Terms.policyFor(customer));
            return person -> person.caller()
                    .with("If-Match", "\"0\"")
                    .put(Terms.POLICIES + "/" + policy, Terms.policyFor(customer, 60));
        });
        many(RetireSlaPolicy.class, at -> {
            var policy = at.published(Terms.POLICIES, Terms.policyFor(at.newcomer()));
            return person -> person.caller().delete(Terms.POLICIES + "/" + policy);
        });
        many(PublishWorkCalendar.class, at -> person -> person.post(Terms.CALENDARS, Terms.calendar("09:00")));
        many(ReviseWorkCalendar.class, at -> {
            var calendar = at.published(Terms.CALENDARS, Terms.calendar("09:00"));
            return person -> person.caller()
                    .with("If-Match", "\"0\"")
                    .put(Terms.CALENDARS + "/" + calendar, Terms.calendar("08:00"));
        });
        many(RetireWorkCalendar.class, at -> {
            var calendar = at.published(Terms.CALENDARS, Terms.calendar("09:00"));
            return person -> person.caller().delete(Terms.CALENDARS + "/" + calendar);
        });
        many(ListSlaPolicies.class, at -> person -> person.get(Terms.POLICIES));
        many(FindSlaPolicy.class, at -> person -> person.get(Terms.POLICIES + "/SLA-standard"));
        many(ListWorkCalendars.class, at -> person -> person.get(Terms.CALENDARS));
        many(FindWorkCalendar.class, at -> person -> person.get(Terms.CALENDARS + "/CAL-standard"));
    }

    private static void ofTheProductAlone() {
        var line = Map.of("number", "INC-rights", "position", 1, "resolutionStands", false);
        many(
                ImportTicketState.class,
                at -> person -> person.post("/api/v1/imports/servicenow/lines", Map.of("lines", List.of(line))));
        for (var message : List.of(
                ArchiveTicket.class,
                CloseUnconfirmed.class,
                CompleteErasure.class,
                EraseAccount.class,
                EraseContact.class,
                EraseCustomer.class,
                ErasePersonFromTicket.class,
                ListOpenWork.class,
                ReturnToQueue.class,
                ListTicketsDue.class,
                RecordBulkResults.class,
                ResumeDueWork.class,
                CheckSla.class)) {
            TABLE.put(message, INSIDE);
        }
    }

    private static void one(Class<?> message, Preparation preparation) {
        TABLE.put(message, new Request(preparation, true, role -> true));
    }

    private static void many(Class<?> message, Preparation preparation) {
        TABLE.put(message, new Request(preparation, false, role -> true));
    }
}
