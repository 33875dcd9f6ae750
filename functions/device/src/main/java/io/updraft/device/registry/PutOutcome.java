package io.updraft.device.registry;

import io.updraft.device.domain.Quota;
import java.time.Duration;

/** How {@link PutDevice} ended. */
sealed interface PutOutcome {
  record Created(Registered device) implements PutOutcome {}

  /** It existed; it may have been just so already. */
  record Replaced(Registered device) implements PutOutcome {}

  /** The gateway has registered as many new devices as it may for now. */
  record QuotaUsed(Quota quota, Duration renewedAfter) implements PutOutcome {}

  /** Others changed the device at every attempt. */
  record Contended() implements PutOutcome {}
}
