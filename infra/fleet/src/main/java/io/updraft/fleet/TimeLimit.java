package io.updraft.fleet;

import io.updraft.fleet.http.Refused;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets what asks a server, which may be away for ever, take so long and no longer. */
final class TimeLimit {
  private TimeLimit() {}

  /**
   * The result of the work.
   *
   * @throws Refused saying why there is none
   */
  static <T> T within(Duration longest, Callable<T> work) throws InterruptedException {
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var result = thread.submit(work);
      try {
        return result.get(longest.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException failed) {
        thread.shutdownNow();
        throw new Refused(why(failed));
      }
    }
  }

  private static String why(Exception failed) {
    return failed.getCause() instanceof Refused refused
        ? String.valueOf(refused.getMessage())
        : failed.toString();
  }
}
