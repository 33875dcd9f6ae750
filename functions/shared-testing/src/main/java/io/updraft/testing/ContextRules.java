package io.updraft.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds in every bounded context: who may know whom. */
public final class ContextRules {
  private static final Set<String> SHARED =
      Set.of("events", "lambda", "http", "dynamodb", "s3", "sqs", "secrets", "client", "testing");
  private static final Set<String> NO_OPERATION =
      Set.of("domain", "published", "dynamodb", "s3", "sqs", "nats", "json", "jwt", "http");

  private ContextRules() {}

  /** The domain sees Java, JSpecify, events, and what contexts publish. */
  public static ArchRule domainIsPure() {
    return classes()
        .that()
        .resideInAPackage("io.updraft.*.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "io.updraft.events",
            "io.updraft.*.published..",
            "io.updraft.*.domain..");
  }

  /** Of another context only what it publishes. */
  public static ArchRule knowsOnlyWhatOthersPublish(String context) {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are the inside of another context", type -> insideOfAnother(context, type)));
  }

  private static boolean insideOfAnother(String context, JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    boolean ours = parts.length > 2 && parts[0].equals("io") && parts[1].equals("updraft");
    boolean another = ours && !parts[2].equals(context) && !SHARED.contains(parts[2]);
    return another && (parts.length < 4 || !parts[3].equals("published"));
  }

  /**
   * One operation never imports another. An operation is what lies in a package right below the
   * context, unless that is the domain, what is published, or a technology.
   *
   * @param shared packages below the context that are no operation either, but what several share
   */
  public static ArchRule operationsAreIndependent(String context, String... shared) {
    Set<String> others = new HashSet<>(NO_OPERATION);
    others.addAll(List.of(shared));
    return slices()
        .matching("io.updraft." + context + ".(*)..")
        .that(
            DescribedPredicate.describe(
                "are operations", slice -> !others.contains(slice.getNamePart(1))))
        .should()
        .notDependOnEachOther();
  }

  /** The factory of what a context publishes is wiring: it alone knows ports and adapters. */
  public static ArchRule hasNoCycles(String context) {
    return slices()
        .matching("io.updraft." + context + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(simpleNameStartingWith("Published"), alwaysTrue());
  }
}
