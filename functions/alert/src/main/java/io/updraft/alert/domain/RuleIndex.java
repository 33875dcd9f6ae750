package io.updraft.alert.domain;

import io.updraft.telemetry.published.DataPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The enabled rules of an organization, by the metrics that they are on and the devices that they
 * name. Thread-safe.
 */
public final class RuleIndex {
  public static final RuleIndex EMPTY = new RuleIndex(List.of());

  private final Map<String, OnMetric> byMetric = new HashMap<>();

  /** Those of the rules that are enabled. */
  public RuleIndex(Collection<Rule> rules) {
    rules.stream().filter(Rule::enabled).map(Watched::new).forEach(this::add);
  }

  private void add(Watched watched) {
    byMetric.computeIfAbsent(watched.rule().terms().metricName(), _ -> new OnMetric()).add(watched);
  }

  /** What breaks a rule. */
  public record Broken(Rule rule, List<Breach> breaches) {
    public Broken {
      breaches = List.copyOf(breaches);
    }
  }

  /** Rules of a metric that may be for a device; of groups and filters nothing is known here. */
  public List<Watched> on(String metric, String deviceId) {
    OnMetric found = byMetric.get(metric);
    return found == null ? List.of() : found.of(deviceId);
  }

  /**
   * The thresholds that points of a device break.
   *
   * @param metrics of the points
   * @param points of one of the metrics, ascending by time; asked for only where a rule is on it
   */
  public List<Broken> broken(
      String deviceId, Collection<String> metrics, Function<String, List<DataPoint>> points) {
    List<Broken> broken = new ArrayList<>();
    for (String metric : metrics) {
      List<Watched> rules = on(metric, deviceId);
      if (!rules.isEmpty()) {
        add(broken, rules, Measured.of(points.apply(metric)));
      }
    }
    return broken;
  }

  private static void add(List<Broken> broken, List<Watched> rules, Measured measured) {
    for (Watched watched : rules) {
      List<Breach> breaches = watched.breaches(measured);
      if (!breaches.isEmpty()) {
        broken.add(new Broken(watched.rule(), breaches));
      }
    }
  }

  /** The rules on one metric. */
  private static final class OnMetric {
    private final List<Watched> ofMany = new ArrayList<>();
    private final Map<String, List<Watched>> named = new HashMap<>();

    void add(Watched watched) {
      RuleDevices devices = watched.rule().terms().devices();
      if (devices.onlyNamed()) {
        devices.ids().forEach(id -> named.computeIfAbsent(id, _ -> new ArrayList<>()).add(watched));
      } else {
        ofMany.add(watched);
      }
    }

    List<Watched> of(String deviceId) {
      List<Watched> own = named.get(deviceId);
      if (own == null) {
        return ofMany;
      }
      List<Watched> all = new ArrayList<>(ofMany);
      all.addAll(own);
      return all;
    }
  }
}
