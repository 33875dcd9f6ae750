package io.updraft.alert.domain;

import java.time.Instant;
import java.util.UUID;

/** Where new ids come from. */
public interface NewIds {
  /** Sorts by time. */
  RuleId rule(Instant now);

  /** Sorts by time. */
  AlertId alert(Instant now);

  UUID event();
}
