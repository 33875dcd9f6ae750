package io.updraft.device.domain;

import java.time.Instant;

/** What becomes of an update whose time has come: of a silent device, or of one at work. */
final class Deadline {
  private Deadline() {}

  static Update passed(Update update, Instant now) {
    boolean ofNoDevice = update.status().ended() || update.status() == UpdateStatus.CREATED;
    if (ofNoDevice || Outstanding.question(update)) {
      return update;
    }
    return update.status() == UpdateStatus.SCHEDULED
        ? waiting(update, now)
        : onDevice(update, update.course(), now);
  }

  private static Update waiting(Update update, Instant now) {
    Course course = update.course();
    Instant released = course.entered(UpdateStatus.SCHEDULED);
    boolean over = released != null && !now.isBefore(released.plus(update.assignment().timeout()));
    return over && !course.silent() ? update.with(course.change(now).silent().done()) : update;
  }

  private static Update onDevice(Update update, Course course, Instant now) {
    Instant timeoutAt = course.timeoutAt();
    if (timeoutAt == null) {
      return update;
    }
    if (now.isBefore(timeoutAt)) {
      return timeoutAt.equals(course.dueAt())
          ? update
          : update.with(course.change(now).due(timeoutAt).done());
    }
    String reason = course.cancelReason();
    return reason == null ? timedOut(update, now) : update.givenUp(reason, now);
  }

  private static Update timedOut(Update update, Instant now) {
    long minutes = update.assignment().timeout().toMinutes();
    CourseChange change = update.course().change(now).enter(UpdateStatus.FAILED);
    String message = "not finished within " + minutes + " minutes";
    Aftermath.add(change, update, Update.TIMEOUT, message, now);
    return update.with(change.done());
  }
}
