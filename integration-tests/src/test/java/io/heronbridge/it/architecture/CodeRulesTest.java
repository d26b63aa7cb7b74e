package io.heronbridge.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionManagement;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Time, transactions, logging and names, in the three modules of the application. */
class CodeRulesTest {
  private static final JavaClasses APPLICATION =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(
              "io.heronbridge.persistence", "io.heronbridge.integration", "io.heronbridge.portal");

  @Test
  void timeComesFromTheClock() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..integration.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone"));
  }

  @Test
  void transactionsAreTheBusinessOfIntegration() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.heronbridge.integration..")
            .should()
            .beAnnotatedWith(TransactionAttribute.class)
            .orShould()
            .beAnnotatedWith(TransactionManagement.class));
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.heronbridge.integration..")
            .should()
            .beAnnotatedWith(TransactionAttribute.class));
  }

  @Test
  void jsonLibraryIsLookedUpOnce() {
    check(noClasses().should().accessClassesThat().areAssignableTo(Json.class));
  }

  @Test
  void entitiesChangeByVerbsAndHaveNoSetters() {
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*"));
  }

  @Test
  void nothingIsPrintedToTheStandardStreams() {
    check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
  }

  @Test
  void exceptionsSayWhatTheyAre() {
    check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
  }

  /** Except for what puts the ids of the trace into the lines of all of them. */
  @Test
  void logsGoThroughTheSystemLogger() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Log")
            .or()
            .resideOutsideOfPackage("..integration.trace..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging.."));
    check(noClasses().should().dependOnClassesThat().resideInAPackage("org.slf4j.."));
  }

  @Test
  void namesSayARole() {
    check(
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor|Dao|Dto)"));
  }

  private static void check(ArchRule rule) {
    rule.check(APPLICATION);
  }
}
