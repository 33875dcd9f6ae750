package io.updraft.alert.domain;

import java.time.Instant;

/** A move in the life of an alert, whoever asks for it. */
public sealed interface AlertMove {
  Mark mark();

  /** What the alert becomes. */
  AlertStatus target();

  record Acknowledge(Mark mark) implements AlertMove {
    @Override
    public AlertStatus target() {
      return AlertStatus.ACKNOWLEDGED;
    }
  }

  /**
   * Nobody wants to hear of it for a time.
   *
   * @param until when it becomes active again by itself
   */
  record Suppress(Mark mark, Instant until) implements AlertMove {
    @Override
    public AlertStatus target() {
      return AlertStatus.SUPPRESSED;
    }
  }

  record Unsuppress(Mark mark) implements AlertMove {
    @Override
    public AlertStatus target() {
      return AlertStatus.ACTIVE;
    }
  }

  record Resolve(Mark mark) implements AlertMove {
    @Override
    public AlertStatus target() {
      return AlertStatus.RESOLVED;
    }
  }
}
