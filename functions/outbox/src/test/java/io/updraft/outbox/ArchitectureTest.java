package io.updraft.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.updraft.testing.ContextRules;

@AnalyzeClasses(
    packages = "io.updraft.outbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule DOMAIN_IS_PURE = ContextRules.domainIsPure();

  @ArchTest
  static final ArchRule KNOWS_ONLY_WHAT_OTHERS_PUBLISH =
      ContextRules.knowsOnlyWhatOthersPublish("outbox");

  @ArchTest
  static final ArchRule OPERATIONS_ARE_INDEPENDENT =
      ContextRules.operationsAreIndependent("outbox", "lambda", "metrics");

  @ArchTest static final ArchRule HAS_NO_CYCLES = ContextRules.hasNoCycles("outbox");

  @ArchTest
  static final ArchRule ONLY_THEIR_ADAPTERS_KNOW_NATS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..outbox.nats", "..outbox.follow", "..outbox.send")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.nats..");
}
