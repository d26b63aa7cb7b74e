package io.heronbridge.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.heronbridge.persistence.secret.Secret;
import jakarta.persistence.Entity;

/** Where a secret may be seen in clear. */
@AnalyzeClasses(packages = "io.heronbridge", importOptions = DoNotIncludeTests.class)
class SecretRulesTest {

  /**
   * Seals what Plaid answered into the spool; signs for the lender's backend; writes a new token
   * into the visitor's cookie.
   */
  private static final String ALSO =
      "io\\.heronbridge\\.(integration\\.spool\\.ExchangeSpool"
          + "|integration\\.lenderevent\\.Signature|portal\\.session\\.SessionCookie)";

  /** The wire, the cipher, and the comparison with what a caller brought. */
  @ArchTest
  static final ArchRule secretsAreRevealedByFewOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..integration.plaid..",
              "..integration.heron..",
              "..integration.access..",
              "..persistence.secret..")
          .and()
          .haveNameNotMatching(ALSO)
          .should()
          .callMethod(Secret.class, "reveal");

  @ArchTest
  static final ArchRule entitiesKeepNoSecretInClear =
      noFields()
          .that()
          .areDeclaredInClassesThat(CanBeAnnotated.Predicates.annotatedWith(Entity.class))
          .should()
          .haveRawType(Secret.class);

  @ArchTest
  static final ArchRule onlyTheKeysetKnowsTink =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.heronbridge.persistence..",
              "io.heronbridge.integration..",
              "io.heronbridge.portal..")
          .and()
          .resideOutsideOfPackage("..persistence.secret..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.crypto.tink..");
}
