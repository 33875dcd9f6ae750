package io.updraft.device.domain;

import io.updraft.device.published.RollbackTrigger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rollbacks a list shows; what is null leaves all. */
public record RollbackFilter(
    @Nullable String deviceId,
    @Nullable String campaignId,
    @Nullable RollbackStatus status,
    @Nullable RollbackTrigger trigger) {

  public boolean matches(Rollback rollback) {
    return same(deviceId, rollback.deviceId())
        && same(campaignId, rollback.campaignId())
        && same(status, rollback.status())
        && same(trigger, rollback.trigger());
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object found) {
    return wanted == null || Objects.equals(wanted, found);
  }
}
