package io.updraft.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What holds in every bounded context: who may know whom. */
public final class ContextRules {
  private static final Set<String> SHARED =
      Set.of("events", "lambda", "http", "dynamodb", "testing");
  private static final Set<String> TECHNOLOGY =
      Set.of("dynamodb", "s3", "nats", "json", "published", "domain");

  private ContextRules() {}

  /** The domain sees Java, JSpecify, events, and what contexts publish. */
  public static ArchRule domainIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("io.updraft.*.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "com.fasterxml..",
            "io.nats..",
            "io.updraft.http..",
            "io.updraft.*.dynamodb..",
            "io.updraft.*.s3..",
            "io.updraft.*.nats..");
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

  /** One operation never imports another. */
  public static ArchRule operationsAreIndependent(String context) {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are of an operation", t -> !operation(context, t).isEmpty()))
        .should(
            new ArchCondition<>("import another operation") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !operation(context, d.getTargetClass()).isEmpty())
                    .filter(
                        d ->
                            !operation(context, d.getTargetClass())
                                .equals(operation(context, type)))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.satisfied(type, d.getDescription())));
              }
            });
  }

  /** The package right below the context, unless it is the domain or a technology. */
  private static String operation(String context, JavaClass type) {
    String prefix = "io.updraft." + context + ".";
    String name = type.getPackageName();
    if (!name.startsWith(prefix)) {
      return "";
    }
    String first = name.substring(prefix.length()).split("\\.", 2)[0];
    return TECHNOLOGY.contains(first) ? "" : first;
  }

  /** The factory of what a context publishes is wiring: it alone knows ports and adapters. */
  public static ArchRule hasNoCycles(String context) {
    return slices()
        .matching("io.updraft." + context + ".(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(simpleNameStartingWith("Published"), alwaysTrue());
  }
}
