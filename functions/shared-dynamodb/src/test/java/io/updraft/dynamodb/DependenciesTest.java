package io.updraft.dynamodb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.dynamodb", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule NOTHING_OF_A_CONTEXT_OR_OF_HTTP =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "software.amazon.awssdk..",
              "io.updraft.events..",
              "io.updraft.lambda..",
              "io.updraft.dynamodb");
}
