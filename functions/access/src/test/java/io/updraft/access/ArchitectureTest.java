package io.updraft.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.updraft.testing.ContextRules;

@AnalyzeClasses(
    packages = "io.updraft.access",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ACCESS = "io.updraft.access";

  @ArchTest static final ArchRule DOMAIN_IS_PURE = ContextRules.domainIsPure();

  @ArchTest
  static final ArchRule KNOWS_ONLY_WHAT_OTHERS_PUBLISH =
      ContextRules.knowsOnlyWhatOthersPublish("access");

  @ArchTest
  static final ArchRule OPERATIONS_ARE_INDEPENDENT =
      ContextRules.operationsAreIndependent("access");

  /** The operations on keys share one package for what they show. */
  @ArchTest
  static final ArchRule OPERATIONS_ON_KEYS_ARE_INDEPENDENT =
      slices().matching(ACCESS + ".keys.(*)..").should().notDependOnEachOther();

  @ArchTest static final ArchRule HAS_NO_CYCLES = ContextRules.hasNoCycles("access");

  @ArchTest
  static final ArchRule ONLY_ADAPTERS_SEE_TECHNOLOGY =
      noClasses()
          .that()
          .resideOutsideOfPackages(ACCESS + ".dynamodb..", ACCESS + ".s3..", ACCESS + ".jwt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.nimbusds..", "io.updraft.dynamodb..");

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_SEE_OPERATIONS =
      noClasses()
          .that()
          .resideInAnyPackage(ACCESS + ".dynamodb..", ACCESS + ".s3..", ACCESS + ".jwt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ACCESS + ".authorize..",
              ACCESS + ".keys..",
              ACCESS + ".organizations..",
              ACCESS + ".health..");
}
