package io.updraft.device;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.updraft.testing.ContextRules;

@AnalyzeClasses(
    packages = "io.updraft.device",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule DOMAIN_IS_PURE = ContextRules.domainIsPure();

  @ArchTest
  static final ArchRule KNOWS_ONLY_WHAT_OTHERS_PUBLISH =
      ContextRules.knowsOnlyWhatOthersPublish("device");

  /** What {@code ddi} does is what other operations do, in the words of another protocol. */
  @ArchTest
  static final ArchRule OPERATIONS_ARE_INDEPENDENT =
      ContextRules.operationsAreIndependent("device", "moves", "ddi");

  @ArchTest static final ArchRule HAS_NO_CYCLES = ContextRules.hasNoCycles("device");
}
