package io.updraft.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule STORES_NOTHING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "io.nats..", "java.net.http..", "java.sql..");

  @ArchTest
  static final ArchRule KNOWS_NO_CONTEXT =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of another module",
                  type ->
                      type.getPackageName().startsWith("io.updraft.")
                          && !type.getPackageName().equals("io.updraft.http")
                          && !type.getPackageName().equals("io.updraft.events")
                          && !type.getPackageName().equals("io.updraft.lambda")));

  @ArchTest
  static final ArchRule STARTS_WITHOUT_THE_EVENT_CLASSES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazonaws.services.lambda.runtime.events..", "org.joda..");

  @ArchTest
  static final ArchRule LOGS_THROUGH_SLF4J =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.logging..");
}
