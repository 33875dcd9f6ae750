package io.updraft.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.outbox", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule DOMAIN_SEES_ONLY_JAVA =
      classes()
          .that()
          .resideInAPackage("..outbox.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "io.updraft.outbox.domain");

  @ArchTest
  static final ArchRule ONLY_THEIR_ADAPTERS_KNOW_NATS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..outbox.nats", "..outbox.follow")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nats..");

  @ArchTest
  static final ArchRule OPERATIONS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("io.updraft.outbox.(publish|redrive|follow)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.updraft.outbox.(*)..").should().beFreeOfCycles();
}
