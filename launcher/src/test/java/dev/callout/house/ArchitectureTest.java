package dev.callout.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.callout.api.identity.AllowedTo;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The arrows and habits of the house, as docs/adr says them. Each of these rules was broken once on purpose. */
@AnalyzeClasses(packages = "dev.callout", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String API = "dev.callout.api..";
    private static final String DOMAIN = "dev.callout.domain..";
    private static final String PLATFORM = "dev.callout.platform..";
    private static final String COMMAND = "dev.callout.command..";
    private static final String QUERY = "dev.callout.query..";
    private static final String WEB = "dev.callout.web..";

    // --- which module may use which

    @ArchTest
    static final ArchRule the_api_uses_no_other_module_and_no_framework_but_annotations = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    API, "java..", "org.joda.money..", "jakarta.validation..", "org.axonframework.."));

    @ArchTest
    static final ArchRule of_axon_the_api_uses_what_a_message_needs = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat(resideInAPackage("org.axonframework..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "org.axonframework.modelling.command",
                            "org.axonframework.serialization",
                            "org.axonframework.commandhandling"))));

    @ArchTest
    static final ArchRule the_domain_uses_the_api_alone = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PLATFORM, COMMAND, QUERY, WEB, "dev.callout.launcher.."));

    @ArchTest
    static final ArchRule the_domain_knows_no_web_no_database_and_no_spring = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.persistence..", "jakarta.servlet..", "java.sql..", "javax.sql..")
                            .or(resideInAPackage("org.springframework.."))
                            .or(resideInAPackage("tools.jackson..")));

    @ArchTest
    static final ArchRule the_platform_knows_neither_side = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DOMAIN, COMMAND, QUERY, WEB, "dev.callout.launcher.."));

    @ArchTest
    static final ArchRule the_command_side_knows_neither_views_nor_screens = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat(resideInAnyPackage(QUERY, WEB, "dev.callout.launcher.."));

    @ArchTest
    static final ArchRule the_query_side_decides_nothing = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DOMAIN, COMMAND, WEB, "dev.callout.launcher..")
                    .or(be(CommandGateway.class)));

    @ArchTest
    static final ArchRule the_screens_speak_through_the_gateways = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    DOMAIN,
                    COMMAND,
                    QUERY,
                    "dev.callout.launcher..",
                    "jakarta.persistence..",
                    "java.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.data.."));

    @ArchTest
    static final ArchRule no_transaction_asks_for_a_second_connection = noClasses()
            .that()
            .resideInAPackage("dev.callout..")
            .should()
            .callMethodWhere(target(HasName.Predicates.name("setPropagationBehavior")));

    // --- which feature may use which

    @ArchTest
    static final ArchRule features_of_the_domain_meet_through_messages =
            slices().matching("dev.callout.domain.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule features_of_the_api_go_round_in_no_circle = slices().matching("dev.callout.api.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("dev.callout.api.sla.."), resideInAPackage("dev.callout.api.ticket.."))
            .because("a promise is made for a ticket: the one is part of the other's story");

    @ArchTest
    static final ArchRule features_of_the_command_side_go_round_in_no_circle =
            slices().matching("dev.callout.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_of_the_query_side_go_round_in_no_circle =
            slices().matching("dev.callout.query.(*)..").should().beFreeOfCycles();

    // --- habits

    @ArchTest
    static final ArchRule the_domain_has_no_clock_and_no_dice_of_its_own = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat(be(Random.class));

    @ArchTest
    static final ArchRule what_can_be_said_are_records = classes()
            .that()
            .resideInAPackage(API)
            .and()
            .areAnnotatedWith(AllowedTo.class)
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule controllers_are_nobodys_library = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule every_message_that_is_handled_says_who_may_send_it = codeUnits()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .or()
            .areAnnotatedWith(QueryHandler.class)
            .should(takeFirst(annotatedWith(AllowedTo.class).and(aRecordOfTheApi())));

    @ArchTest
    static final ArchRule every_command_says_who_may_send_it = classes()
            .that()
            .resideInAPackage(API)
            .and()
            .areRecords()
            .and(implementAnyInterfaceNamed(".*Command"))
            .should()
            .beAnnotatedWith(AllowedTo.class);

    @ArchTest
    static final ArchRule whatever_reads_an_address_answers_to_the_base_path =
            classes().that().areAnnotatedWith(RestController.class).should().beAnnotatedWith(RequestMapping.class);

    @ArchTest
    static final ArchRule aggregates_stay_inside = classes()
            .that()
            .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
            .should()
            .bePackagePrivate();

    private static DescribedPredicate<JavaClass> annotatedWith(Class<? extends Annotation> annotation) {
        return DescribedPredicate.describe(
                "a type with @" + annotation.getSimpleName(), found -> found.isAnnotatedWith(annotation));
    }

    private static DescribedPredicate<JavaClass> aRecordOfTheApi() {
        return DescribedPredicate.describe(
                "a record of the api",
                found -> found.isRecord() && found.getPackageName().startsWith("dev.callout.api."));
    }

    private static DescribedPredicate<JavaClass> implementAnyInterfaceNamed(String name) {
        return DescribedPredicate.describe(
                "implement " + name,
                found -> found.getAllRawInterfaces().stream()
                        .anyMatch(type -> type.getName().matches("dev\\.callout" + name)));
    }

    private static ArchCondition<JavaCodeUnit> takeFirst(DescribedPredicate<? super JavaClass> type) {
        return new ArchCondition<>("take first " + type.getDescription()) {
            @Override
            public void check(JavaCodeUnit handler, ConditionEvents events) {
                var first = handler.getRawParameterTypes().get(0);
                events.add(new SimpleConditionEvent(
                        handler, type.test(first), handler.getFullName() + " takes " + first.getName()));
            }
        };
    }

    private static DescribedPredicate<JavaClass> be(Class<?> type) {
        return DescribedPredicate.describe("is " + type.getSimpleName(), found -> found.isEquivalentTo(type));
    }
}
