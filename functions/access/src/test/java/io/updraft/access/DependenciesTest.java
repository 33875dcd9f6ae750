package io.updraft.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.access", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  private static final String ACCESS = "io.updraft.access";

  @ArchTest
  static final ArchRule DOMAIN_SEES_NOTHING_BUT_JAVA =
      classes()
          .that()
          .resideInAPackage(ACCESS + ".domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ACCESS + ".domain..");

  @ArchTest
  static final ArchRule ONLY_ADAPTERS_SEE_TECHNOLOGY =
      noClasses()
          .that()
          .resideOutsideOfPackages(ACCESS + ".dynamodb..", ACCESS + ".s3..", ACCESS + ".jwt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.nimbusds..", "io.updraft.dynamodb..");

  @ArchTest
  static final ArchRule OPERATIONS_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching(
              ACCESS
                  + ".(authorize|organizations|health|document|keys.create|keys.list|keys.revoke)..")
          .should()
          .notDependOnEachOther();

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

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(ACCESS + ".(**)").should().beFreeOfCycles();
}
