package io.updraft.fleet.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between attempts: twice as long each time, up to a bound, and never all at the
 * same moment.
 */
public record Patience(Duration first, Duration longest) {
  /** From 200 ms to 10 s, as a device in the field may do. */
  public static Patience usual() {
    return new Patience(Duration.ofMillis(200), Duration.ofSeconds(10));
  }

  /** The waits of one request. */
  public Waits waits() {
    return new Waits();
  }

  /** One wait after another. */
  public final class Waits {
    private Duration next = first;

    private Waits() {}

    /**
     * Waits for half of the next wait at least, and for all of it at most.
     *
     * @param asked by the server; honoured up to the bound
     */
    public void pause(Duration asked) throws InterruptedException {
      Duration wait = shorter(longest, longer(next, asked));
      long half = wait.toMillis() / 2;
      Thread.sleep(half + ThreadLocalRandom.current().nextLong(half + 1));
      next = shorter(longest, next.multipliedBy(2));
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
