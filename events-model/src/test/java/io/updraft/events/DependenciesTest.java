package io.updraft.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.events", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule NOTHING_OF_AWS_OR_NATS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..", "io.nats..");

  @ArchTest
  static final ArchRule NOTHING_BUT_JAVA_AND_JACKSON =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "com.fasterxml.jackson..", "io.updraft.events..");

  @ArchTest
  static final ArchRule EVENTS_DO_NOT_KNOW_HOW_THEY_ARE_WRITTEN =
      noClasses()
          .that()
          .resideInAPackage("io.updraft.events")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "io.updraft.events.json..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.updraft.events.(**)").should().beFreeOfCycles();
}
