package io.updraft.notification.domain;

import java.time.Instant;
import java.util.List;

/**
 * An alert was triggered or resolved.
 *
 * @param happening the type of its event, {@code alert.triggered} or {@code alert.resolved}
 * @param channels of the rule; empty for those that the users have by default
 */
public record AlertNotice(
    String organizationId,
    String alertId,
    String ruleId,
    String ruleName,
    String deviceId,
    String level,
    String happening,
    List<String> channels,
    Instant timestamp) {
  public AlertNotice {
    channels = List.copyOf(channels);
  }
}
