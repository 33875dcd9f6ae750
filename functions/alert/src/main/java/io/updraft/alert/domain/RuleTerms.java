package io.updraft.alert.domain;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says; by these, two rules are the same.
 *
 * @param metricName of a metric, which need not have a definition
 * @param evaluationWindow 60 to 3600 whole seconds
 * @param triggerCount how many points of one device within the window break the condition before it
 *     is told, 1 to 100
 * @param cooldown for how long nothing new is told of the same device, 1 to 1440 whole minutes
 * @param autoResolveTimeout for how long the condition has to be clear, 300 to 86400 whole seconds
 */
public record RuleTerms(
    String name,
    @Nullable String description,
    String metricName,
    Condition condition,
    Duration evaluationWindow,
    int triggerCount,
    Level level,
    Duration cooldown,
    boolean autoResolve,
    Duration autoResolveTimeout,
    RuleDevices devices,
    List<String> notificationChannels) {
  public RuleTerms {
    notificationChannels = List.copyOf(notificationChannels);
  }

  /** The same for other devices. */
  public RuleTerms of(RuleDevices others) {
    return new RuleTerms(
        name,
        description,
        metricName,
        condition,
        evaluationWindow,
        triggerCount,
        level,
        cooldown,
        autoResolve,
        autoResolveTimeout,
        others,
        notificationChannels);
  }
}
