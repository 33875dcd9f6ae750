package io.updraft.device.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One firmware on its way to one device. Each move gives the update as it is afterwards; a move
 * that the state does not allow is a defect of the caller, who asks first.
 */
public record Update(Assignment assignment, Course course) {
  /** The code of an update whose time was over. */
  public static final String TIMEOUT = "TIMEOUT";

  public String id() {
    return assignment.updateId();
  }

  public UpdateStatus status() {
    return course.status();
  }

  public boolean cancelling() {
    return course.cancelReason() != null;
  }

  /** Whether it holds one of its campaign's slots. */
  public boolean occupies() {
    boolean released = status() == UpdateStatus.SCHEDULED && !course.silent();
    return released || status().onDevice();
  }

  /** Lets the device have it. */
  public Update scheduled(Instant now) {
    require(UpdateStatus.SCHEDULED);
    Instant due = now.plus(assignment.timeout());
    return with(course.change(now).enter(UpdateStatus.SCHEDULED).due(due).done());
  }

  /**
   * What a report makes of it; the same update where the report is late, repeated or says nothing
   * new.
   */
  public Update reported(Report report, Instant now) {
    if (status().ended() || status() == UpdateStatus.CREATED) {
      return this;
    }
    UpdateStatus next = Verdict.of(report);
    boolean backwards = next.compareTo(status()) < 0;
    return backwards ? this : unlessSame(advanced(report, next, now));
  }

  private Update advanced(Report report, UpdateStatus next, Instant now) {
    CourseChange change = course.change(now);
    if (status().waiting()) {
      change.firstContact(now.plus(assignment.timeout()));
    }
    if (next != status()) {
      change.enter(next);
    }
    if (next == UpdateStatus.FAILED) {
      change.error(Verdict.errorCode(report), report.errorMessage());
    } else if (next != UpdateStatus.CANCELLED) {
      change.progress(
          course.progress().reported(next, report.progress(), report.download(), report.install()));
    }
    return with(change.verified(report.checksumVerified(), report.signatureVerified()).done());
  }

  /** Ends it, or asks the device that has it to give it up. */
  public Update cancelled(String reason, Instant now) {
    CourseChange change = course.change(now).cancelling(reason);
    return with(status().waiting() ? change.enter(UpdateStatus.CANCELLED).done() : change.done());
  }

  /** Ends it although the device may have it: the device is gone, or did not confirm in time. */
  public Update givenUp(String reason, Instant now) {
    require(UpdateStatus.CANCELLED);
    return with(course.change(now).cancelling(reason).enter(UpdateStatus.CANCELLED).done());
  }

  /** Begins a further attempt. */
  public Update retried(Instant now) {
    require(UpdateStatus.SCHEDULED);
    Instant due = now.plus(assignment.timeout());
    return with(course.change(now).anew().enter(UpdateStatus.SCHEDULED).due(due).done());
  }

  /** What is to be done when the time has come at which the update is due. */
  public Update swept(Instant now) {
    if (status().ended() || status() == UpdateStatus.CREATED) {
      return this;
    }
    return status() == UpdateStatus.SCHEDULED ? sweptWaiting(now) : sweptOnDevice(now);
  }

  private Update sweptWaiting(Instant now) {
    Instant released = course.entered(UpdateStatus.SCHEDULED);
    boolean over = released != null && !now.isBefore(released.plus(assignment.timeout()));
    return over && !course.silent() ? with(course.change(now).silent().done()) : this;
  }

  private Update sweptOnDevice(Instant now) {
    Instant timeoutAt = course.timeoutAt();
    if (timeoutAt == null) {
      return this;
    }
    if (now.isBefore(timeoutAt)) {
      return timeoutAt.equals(course.dueAt())
          ? this
          : with(course.change(now).due(timeoutAt).done());
    }
    String reason = course.cancelReason();
    return reason == null ? timedOut(now) : givenUp(reason, now);
  }

  private Update timedOut(Instant now) {
    String message = "not finished within " + assignment.timeout().toMinutes() + " minutes";
    return with(course.change(now).enter(UpdateStatus.FAILED).error(TIMEOUT, message).done());
  }

  private Update with(Course changed) {
    return new Update(assignment, changed);
  }

  private Update unlessSame(Update after) {
    boolean same =
        after.status() == status()
            && after.course.progress().equals(course.progress())
            && sameFlag(after.course.checksumVerified(), course.checksumVerified())
            && sameFlag(after.course.signatureVerified(), course.signatureVerified());
    return same ? this : after;
  }

  private static boolean sameFlag(@Nullable Boolean one, @Nullable Boolean other) {
    return Objects.equals(one, other);
  }

  private void require(UpdateStatus next) {
    if (!status().mayMoveTo(next)) {
      throw new IllegalStateException(id() + " can't move from " + status() + " to " + next);
    }
  }
}
