package io.updraft.campaign.tick;

import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Engines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Wakes an engine by a write, as everything does that wakes one. */
final class WakeEngine {
  /** Woken again then, should the engine not have come to set another time. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Engines engines;
  private final Clock clock;

  WakeEngine(Engines engines, Clock clock) {
    this.engines = engines;
    this.clock = clock;
  }

  /** Nothing where it is not due any more, or was written meanwhile: that has woken it. */
  void wake(String organization, String campaignId) {
    Instant now = clock.instant();
    Optional<Engine> due =
        engines.find(organization, campaignId).filter(engine -> due(engine, now));
    due.ifPresent(engine -> engines.save(engine, engine.dueAt(now.plus(AGAIN))));
  }

  private static boolean due(Engine engine, Instant now) {
    Instant due = engine.due();
    return due != null && !now.isBefore(due);
  }
}
