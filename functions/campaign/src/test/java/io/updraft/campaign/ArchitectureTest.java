package io.updraft.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.updraft.testing.ContextRules;

@AnalyzeClasses(
    packages = "io.updraft.campaign",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule DOMAIN_IS_PURE = ContextRules.domainIsPure();

  @ArchTest
  static final ArchRule KNOWS_ONLY_WHAT_OTHERS_PUBLISH =
      ContextRules.knowsOnlyWhatOthersPublish("campaign");

  /** The strategies are pure calculation, and the others what several operations share. */
  @ArchTest
  static final ArchRule OPERATIONS_ARE_INDEPENDENT =
      ContextRules.operationsAreIndependent(
          "campaign", "strategy", "plan", "targeting", "rsql", "moves");

  @ArchTest static final ArchRule HAS_NO_CYCLES = ContextRules.hasNoCycles("campaign");

  @ArchTest
  static final ArchRule STRATEGIES_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("..campaign.strategy..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java.lang..",
              "java.time..",
              "org.jspecify..",
              "io.updraft.device.published..",
              "io.updraft.campaign.domain..",
              "io.updraft.campaign.strategy..");

  @ArchTest
  static final ArchRule AWS_ONLY_IN_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..campaign.dynamodb..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");
}
