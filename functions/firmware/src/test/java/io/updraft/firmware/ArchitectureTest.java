package io.updraft.firmware;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import io.updraft.firmware.published.PublishedFirmware;

@AnalyzeClasses(
    packages = "io.updraft.firmware",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] OPERATIONS = {
    "io.updraft.firmware.upload..",
    "io.updraft.firmware.uploadurls..",
    "io.updraft.firmware.complete..",
    "io.updraft.firmware.deprecate..",
    "io.updraft.firmware.restore..",
    "io.updraft.firmware.recall..",
    "io.updraft.firmware.delete..",
    "io.updraft.firmware.get..",
    "io.updraft.firmware.list..",
    "io.updraft.firmware.keys..",
    "io.updraft.firmware.arrived..",
    "io.updraft.firmware.sweep.."
  };

  @ArchTest
  static final ArchRule domainSeesOnlyJavaAndEvents =
      classes()
          .that()
          .resideInAPackage("io.updraft.firmware.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "io.updraft.events",
              "io.updraft.firmware.published",
              "io.updraft.firmware.domain..");

  @ArchTest
  static final ArchRule theVerdictOnBytesKnowsNoTechnology =
      noClasses()
          .that()
          .resideInAPackage("io.updraft.firmware.verification..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..", "io.updraft.http..");

  @ArchTest
  static final ArchRule operationsDoNotImportEachOther =
      slices()
          .matching("io.updraft.firmware.(*)..")
          .that(areOperations())
          .should()
          .notDependOnEachOther();

  /** The factory for other contexts is the one place of its package that knows the adapters. */
  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("io.updraft.firmware.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(is(PublishedFirmware.class), DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule onlyWiringAndFactoryKnowTheAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.updraft.firmware.wiring..",
              "io.updraft.firmware.dynamodb..",
              "io.updraft.firmware.s3..")
          .and()
          .doNotBelongToAnyOf(PublishedFirmware.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.updraft.firmware.dynamodb..", "io.updraft.firmware.s3..");

  private static DescribedPredicate<Slice> areOperations() {
    return DescribedPredicate.describe(
        "operations",
        slice -> slice.stream().anyMatch(JavaClass.Predicates.resideInAnyPackage(OPERATIONS)));
  }

  private static DescribedPredicate<JavaClass> is(Class<?> type) {
    return DescribedPredicate.describe(type.getSimpleName(), c -> c.isEquivalentTo(type));
  }
}
