package io.updraft.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.updraft.campaign",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The published ports of the neighbours give writes, so that theirs join our transactions. */
  @ArchTest
  static final ArchRule DOMAIN_SEES_ONLY_WORDS =
      classes()
          .that()
          .resideInAPackage("..campaign.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "io.updraft.events..",
              "io.updraft.campaign.domain..",
              "io.updraft.device.published..",
              "io.updraft.firmware.published..");

  @ArchTest
  static final ArchRule STRATEGIES_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("..campaign.strategy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java.lang..", "org.jspecify..", "io.updraft.campaign.strategy..");

  @ArchTest
  static final ArchRule NEIGHBOURS_ONLY_AS_PUBLISHED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.updraft.device.domain..",
              "io.updraft.device.dynamodb..",
              "io.updraft.firmware.domain..",
              "io.updraft.firmware.dynamodb..",
              "io.updraft.firmware.s3..");

  @ArchTest
  static final ArchRule AWS_ONLY_IN_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..campaign.dynamodb..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule OPERATIONS_STAND_ALONE =
      slices()
          .matching(
              "io.updraft.campaign.(create|start|cancel|show|list|devices|timeline|advance|recall)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.updraft.campaign.(*)..").should().beFreeOfCycles();
}
