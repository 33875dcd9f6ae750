package io.updraft.firmware;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.testing.ContextRules;

@AnalyzeClasses(
    packages = "io.updraft.firmware",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule DOMAIN_IS_PURE = ContextRules.domainIsPure();

  @ArchTest
  static final ArchRule KNOWS_ONLY_WHAT_OTHERS_PUBLISH =
      ContextRules.knowsOnlyWhatOthersPublish("firmware");

  /**
   * Several operations move firmware, settle uploads, show firmware, and have their adapters wired.
   */
  @ArchTest
  static final ArchRule OPERATIONS_ARE_INDEPENDENT =
      ContextRules.operationsAreIndependent("firmware", "moves", "verification", "view", "wiring");

  @ArchTest static final ArchRule HAS_NO_CYCLES = ContextRules.hasNoCycles("firmware");

  @ArchTest
  static final ArchRule VERDICT_ON_BYTES_KNOWS_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideInAPackage("io.updraft.firmware.verification..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..", "io.updraft.http..");

  @ArchTest
  static final ArchRule ONLY_WIRING_AND_FACTORY_KNOW_THE_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.updraft.firmware.wiring..",
              "io.updraft.firmware.dynamodb..",
              "io.updraft.firmware.s3..")
          .and()
          .doNotBelongToAnyOf(PublishedFirmware.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.updraft.firmware.dynamodb..", "io.updraft.firmware.s3..");
}
