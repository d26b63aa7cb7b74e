package io.heronbridge.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

/** Who may know whom: portal, then integration, then persistence; the sandbox knows none of us. */
@AnalyzeClasses(packages = "io.heronbridge", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {

  @ArchTest
  static final ArchRule modulesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("persistence")
          .definedBy("io.heronbridge.persistence..")
          .layer("integration")
          .definedBy("io.heronbridge.integration..")
          .layer("portal")
          .definedBy("io.heronbridge.portal..")
          .optionalLayer("sandbox")
          .definedBy("io.heronbridge.sandbox..")
          .whereLayer("portal")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("integration")
          .mayOnlyBeAccessedByLayers("portal")
          .whereLayer("persistence")
          .mayOnlyBeAccessedByLayers("integration", "portal")
          .whereLayer("sandbox")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("sandbox")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule featuresFormNoCycles =
      slices().matching("io.heronbridge.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule pagesNeverHoldEntities =
      noClasses()
          .that()
          .resideInAPackage("io.heronbridge.portal..")
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule persistenceNeedsNoContainer =
      noClasses()
          .that()
          .resideInAPackage("io.heronbridge.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.inject..", "jakarta.enterprise..", "jakarta.ejb..");

  @ArchTest
  static final ArchRule httpClientsStayInTheGateways =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.heronbridge.persistence..",
              "io.heronbridge.integration..",
              "io.heronbridge.portal..")
          .and()
          .resideOutsideOfPackages("..integration.plaid..", "..integration.heron..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.hc.client5..", "okhttp3..", "java.net.http..", "jakarta.ws.rs.client..");

  @ArchTest
  static final ArchRule gatewaysKnowNoOtherFeature =
      noClasses()
          .that()
          .resideInAnyPackage("..integration.plaid..", "..integration.heron..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..integration.link..",
              "..integration.integrationlink..",
              "..integration.relay..",
              "..integration.outbox..",
              "..integration.access..");

  @ArchTest
  static final ArchRule outboxKnowsNoHandler =
      noClasses()
          .that()
          .resideInAPackage("..integration.outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..integration.link..", "..integration.integrationlink..", "..integration.relay..");

  @ArchTest
  static final ArchRule oneFeatureKnowsTheCollectorsFormat =
      noClasses()
          .that()
          .resideOutsideOfPackage("..integration.traceexport..")
          .and()
          .resideInAPackage("io.heronbridge..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule servletsLiveInThePortal =
      noClasses()
          .that()
          .resideInAnyPackage("io.heronbridge.persistence..", "io.heronbridge.integration..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule oneClassKnowsWildFly =
      noClasses()
          .that()
          .doNotHaveSimpleName("WildFlySignIn")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.undertow..", "org.wildfly..", "org.jboss..");
}
