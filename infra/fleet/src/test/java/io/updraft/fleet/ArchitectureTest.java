package io.updraft.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.updraft.fleet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule HAS_NO_CYCLES =
      slices().matching("io.updraft.fleet.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_ONLY_THE_HTTP_API =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of another module",
                  type ->
                      type.getPackageName().startsWith("io.updraft.")
                          && !type.getPackageName().startsWith("io.updraft.fleet")));
}
