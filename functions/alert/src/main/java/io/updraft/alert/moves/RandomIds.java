package io.updraft.alert.moves;

import com.github.f4b6a3.ulid.UlidCreator;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.NewIds;
import io.updraft.alert.domain.RuleId;
import java.time.Instant;
import java.util.UUID;

/** ULIDs for rules and alerts. */
public final class RandomIds implements NewIds {
  @Override
  public RuleId rule(Instant now) {
    return new RuleId("rule_" + UlidCreator.getUlid(now.toEpochMilli()));
  }

  @Override
  public AlertId alert(Instant now) {
    return new AlertId("alert_" + UlidCreator.getUlid(now.toEpochMilli()));
  }

  @Override
  public UUID event() {
    return UUID.randomUUID();
  }
}
