package io.updraft.telemetry.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Does the same for many devices, a few at once, as long as there is time to begin. */
public final class FewAtOnce {
  private static final int AT_ONCE = 8;

  /** An invocation has 29 seconds, and what has begun is brought to its end. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Clock clock;

  public FewAtOnce(Clock clock) {
    this.clock = clock;
  }

  /**
   * What became of each device, in the order in which they are given. Where the work fails for one,
   * that is thrown when all have ended: what is away for one is away for all.
   *
   * @param late what is done instead for those whose turn comes too late
   */
  public <T, R> Map<String, R> each(
      Map<String, T> devices, BiFunction<String, T, R> work, BiFunction<String, T, R> late) {
    Instant end = clock.instant().plus(LONGEST);
    Map<String, Future<R>> under = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      devices.forEach(
          (device, own) ->
              under.put(
                  device,
                  workers.submit(
                      () -> (clock.instant().isAfter(end) ? late : work).apply(device, own))));
    }
    Map<String, R> results = new LinkedHashMap<>();
    under.forEach((device, result) -> results.put(device, ended(result)));
    return results;
  }

  private static <R> R ended(Future<R> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
