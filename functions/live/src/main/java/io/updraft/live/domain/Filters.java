package io.updraft.live.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription wants to see. Devices and metrics both have to match where both are named,
 * and every tag has to be equal.
 *
 * @param devices empty means any
 * @param metrics empty means any
 * @param points whether points are wanted
 * @param alerts whether alerts are wanted
 */
public record Filters(
    Set<String> devices,
    Set<String> metrics,
    Map<String, String> tags,
    boolean points,
    boolean alerts) {
  public Filters {
    devices = Set.copyOf(devices);
    metrics = Set.copyOf(metrics);
    tags = Map.copyOf(tags);
  }

  public boolean take(Point point) {
    return points
        && matches(devices, point.series().device())
        && matches(metrics, point.series().metric())
        && point.series().tags().entrySet().containsAll(tags.entrySet());
  }

  /**
   * An alert has no tags, and what becomes of it is told without its metric: it is rather shown
   * than hidden.
   */
  public boolean take(Alert alert) {
    String metric = alert.metric();
    return alerts
        && matches(devices, alert.device())
        && (metric == null || matches(metrics, metric));
  }

  private static boolean matches(Set<String> wanted, @Nullable String given) {
    return wanted.isEmpty() || (given != null && wanted.contains(given));
  }
}
