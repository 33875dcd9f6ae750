package io.updraft.telemetry.intake;

import java.time.Duration;
import java.util.List;

/** What became of data points that were sent for one device. */
public sealed interface Taken {
  /**
   * Kept, but for those that are wrong; durable.
   *
   * @param accepted how many points were good; of several for one metric and time the last is kept
   * @param outOfRange how many of the accepted are outside the bounds of their definition
   * @param refused the others, ascending by index
   */
  record Stored(int accepted, int outOfRange, List<Refusal> refused) implements Taken {
    public Stored {
      refused = List.copyOf(refused);
    }
  }

  /** Nothing was kept, because no point was good. */
  record AllRefused(List<Refusal> refused) implements Taken {
    public AllRefused {
      refused = List.copyOf(refused);
    }
  }

  /** The device is not known, and whoever speaks for it may register no more for now. */
  record QuotaUsed(String detail, Duration renewedAfter) implements Taken {}

  /** Nothing was kept, because all of it is too much for one block: fewer points fit. */
  record TooLarge() implements Taken {}

  /** Why the point at a place of what was sent was not kept; the message follows the field. */
  record Refusal(int index, String field, String message) {}
}
