package io.updraft.device.poll;

import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Quota;
import io.updraft.device.domain.Update;
import io.updraft.firmware.published.Clearance;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a device is to do. */
public sealed interface Next {
  /**
   * Fetch, verify and install.
   *
   * @param switchReleased whether what is installed may be switched to; null where nobody asks
   */
  record Install(
      Update update, Commands commands, Clearance clearance, @Nullable Boolean switchReleased)
      implements Next {}

  /** Give up what it is at work on, and confirm. */
  record GiveUp(Update update) implements Next {}

  /** Come back later. */
  record Nothing() implements Next {}

  /** The gateway has brought as many new devices as it may within this hour. */
  record TooManyNew(Quota quota, Duration renewedAfter) implements Next {}
}
