package io.updraft.device.poll;

import io.updraft.device.domain.Commands;
import io.updraft.device.domain.Quota;
import io.updraft.device.domain.Update;
import io.updraft.firmware.published.Clearance;
import java.time.Duration;

/** What a device is to do. */
sealed interface Next {
  /** Fetch, verify and install. */
  record Install(Update update, Commands commands, Clearance clearance) implements Next {}

  /** Give up what it is at work on, and confirm. */
  record GiveUp(Update update) implements Next {}

  /** Come back later. */
  record Nothing() implements Next {}

  /** The gateway has brought as many new devices as it may within this hour. */
  record TooManyNew(Quota quota, Duration renewedAfter) implements Next {}
}
