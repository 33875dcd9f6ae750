package io.updraft.device.domain;

import java.time.Instant;

/**
 * What is left to settle between an update and whoever knows the devices: a question that nobody
 * answered, or what was installed.
 */
public final class Outstanding {
  private Outstanding() {}

  public static boolean any(Update update) {
    return question(update) || telling(update);
  }

  /** Whether its device is still to be asked for; what has begun is not asked for any more. */
  public static boolean question(Update update) {
    return !update.assignment().deviceValidated() && update.status().waiting();
  }

  /** Whether it has completed, and whoever knows the devices is still to be told. */
  public static boolean telling(Update update) {
    return update.status() == UpdateStatus.COMPLETED && update.course().dueAt() != null;
  }

  /** The device exists, and fits as far as that was asked; its time has run since the release. */
  public static Update validated(Update update, Instant now) {
    CourseChange change = update.course().change(now);
    Instant released = update.course().entered(UpdateStatus.SCHEDULED);
    if (released != null) {
      change.due(released.plus(update.assignment().timeout()));
    }
    return new Update(update.assignment().validated(), change.done());
  }

  /** A completed update, of which somebody is to learn. */
  public static Update toBeTold(Update completed, Instant now) {
    return completed.with(completed.course().change(now).due(now).done());
  }

  /** Who was to learn of it has, or never will. */
  public static Update told(Update completed, Instant now) {
    return completed.with(completed.course().change(now).nothingDue().done());
  }
}
