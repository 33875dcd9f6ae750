package io.updraft.alert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a list shows; what is null does not narrow.
 *
 * @param from triggered at this time or later
 * @param to triggered at this time or before
 */
public record AlertFilter(
    @Nullable AlertStatus status,
    @Nullable Level level,
    @Nullable String deviceId,
    @Nullable RuleId ruleId,
    @Nullable Instant from,
    @Nullable Instant to) {

  public boolean matches(Alert alert) {
    return same(status, alert.status())
        && same(level, alert.cause().level())
        && same(deviceId, alert.deviceId())
        && same(ruleId, alert.cause().ruleId())
        && within(alert.course().triggeredAt());
  }

  private static boolean same(@Nullable Object wanted, Object is) {
    return wanted == null || wanted.equals(is);
  }

  private boolean within(Instant time) {
    return (from == null || !time.isBefore(from)) && (to == null || !time.isAfter(to));
  }
}
