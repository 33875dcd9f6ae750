package io.updraft.device.domain;

import io.updraft.device.published.Durations;
import java.time.Duration;
import java.time.Instant;

/** How long an update took. */
public final class Timing {
  private Timing() {}

  /**
   * What a change adds: something where the update is completed by it. An update that was heard of
   * at its end only has a start that nobody knows, and adds nothing.
   */
  public static Durations between(Update before, Update after) {
    boolean completes =
        after.status() == UpdateStatus.COMPLETED && before.status() != UpdateStatus.COMPLETED;
    Instant started = before.course().entered(UpdateStatus.IN_PROGRESS);
    Instant ended = after.course().entered(UpdateStatus.COMPLETED);
    return completes && started != null && ended != null
        ? Durations.of(Duration.between(started, ended))
        : Durations.NONE;
  }
}
