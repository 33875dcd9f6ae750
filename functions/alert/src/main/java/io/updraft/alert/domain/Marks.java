package io.updraft.alert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest move of each kind; null where there was none.
 *
 * @param suppressedUntil when a suppressed alert becomes active again by itself
 */
public record Marks(
    @Nullable Mark acknowledged,
    @Nullable Mark suppressed,
    @Nullable Instant suppressedUntil,
    @Nullable Mark unsuppressed,
    @Nullable Mark resolved) {
  public static final Marks NONE = new Marks(null, null, null, null, null);

  Marks with(AlertMove move) {
    return switch (move) {
      case AlertMove.Acknowledge(Mark mark) ->
          new Marks(mark, suppressed, suppressedUntil, unsuppressed, resolved);
      case AlertMove.Suppress(Mark mark, Instant until) ->
          new Marks(acknowledged, mark, until, unsuppressed, resolved);
      case AlertMove.Unsuppress(Mark mark) ->
          new Marks(acknowledged, suppressed, suppressedUntil, mark, resolved);
      case AlertMove.Resolve(Mark mark) ->
          new Marks(acknowledged, suppressed, suppressedUntil, unsuppressed, mark);
    };
  }
}
