package io.updraft.device.domain;

import io.updraft.device.published.RollbackTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from a failure by itself, without any user. */
sealed interface Aftermath {
  /** A further attempt, after a time that doubles with each. */
  record Retry(Duration after) implements Aftermath {}

  /** The device goes back to the version before. */
  record TakeBack(RollbackTrigger trigger) implements Aftermath {}

  record Nothing() implements Aftermath {}

  /** Bytes that nobody signed, and firmware that makes a device ill, don't get better. */
  Set<String> HOPELESS = Set.of(Verdict.SIGNATURE_INVALID, Verdict.UNHEALTHY);

  /**
   * What follows where an update fails.
   *
   * @param failing as it was before
   * @param code of the error
   */
  static Aftermath of(Update failing, String code) {
    RollbackTrigger trigger = trigger(failing, code);
    if (trigger != null && failing.assignment().terms().triggers().contains(trigger)) {
      return new TakeBack(trigger);
    }
    boolean again = !usedUp(failing) && !HOPELESS.contains(code) && !failing.cancelling();
    return again
        ? new Retry(Duration.ofMinutes(1L << failing.course().retryCount()))
        : new Nothing();
  }

  /** Adds the error, and what follows from it, to a change that is a failure. */
  static void add(
      CourseChange change, Update failing, String code, @Nullable String message, Instant now) {
    change.error(code, message);
    switch (of(failing, code)) {
      case Retry(Duration after) -> change.due(now.plus(after));
      case TakeBack(RollbackTrigger trigger) -> change.takesBack(trigger);
      case Nothing _ -> {}
    }
  }

  private static @Nullable RollbackTrigger trigger(Update failing, String code) {
    Set<RollbackTrigger> wanted = failing.assignment().terms().triggers();
    if (code.equals(Verdict.UNHEALTHY) && wanted.contains(RollbackTrigger.HEALTH_CHECK)) {
      return RollbackTrigger.HEALTH_CHECK;
    }
    if (code.equals(Update.TIMEOUT) && wanted.contains(RollbackTrigger.TIMEOUT)) {
      return RollbackTrigger.TIMEOUT;
    }
    return usedUp(failing) && !failing.cancelling() ? RollbackTrigger.ERROR_THRESHOLD : null;
  }

  private static boolean usedUp(Update update) {
    return update.course().retryCount() >= update.assignment().maxRetries();
  }
}
