package io.updraft.alert.rule;

import com.github.f4b6a3.ulid.UlidCreator;
import io.updraft.alert.domain.RuleId;
import java.time.Instant;
import java.util.UUID;

/** Where new ids come from. */
public interface NewIds {
  /** Sorts by time. */
  RuleId rule(Instant now);

  UUID event();

  /** ULIDs for rules. */
  static NewIds random() {
    return new NewIds() {
      @Override
      public RuleId rule(Instant now) {
        return new RuleId("rule_" + UlidCreator.getUlid(now.toEpochMilli()));
      }

      @Override
      public UUID event() {
        return UUID.randomUUID();
      }
    };
  }
}
