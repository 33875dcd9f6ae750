package io.updraft.telemetry.intake;

import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.intake.Arrivals.Standing;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which metrics a device may send: those that it has sent, and others as long as there is room. */
final class Names {
  private final Standing standing;
  private final Set<String> known = new HashSet<>();
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> refused = new HashSet<>();

  Names(Standing standing) {
    this.standing = standing;
  }

  /** A new one that is admitted takes its room. */
  boolean admits(String metric) {
    return known.contains(metric)
        || added.contains(metric)
        || (!refused.contains(metric) && judge(metric));
  }

  private boolean judge(String metric) {
    boolean room = standing.marks().size() + added.size() < PointLimits.MOST_METRICS;
    Set<String> verdict = standing.knows(metric) ? known : room ? added : refused;
    verdict.add(metric);
    return !refused.contains(metric);
  }

  /** Those that were admitted and are new. */
  Set<String> added() {
    return added;
  }
}
