package io.updraft.device.domain;

import io.updraft.device.published.MaintenanceWindow;
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

  private static final double ALL = 100;

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
    return released || (status().onDevice() && !installed()) || retrying();
  }

  /** Whether it has installed, and waits for the switch or is about to take it. */
  public boolean installed() {
    return installed(status(), course.progress());
  }

  private boolean installed(UpdateStatus status, Progress progress) {
    return assignment.terms().blueGreen()
        && status == UpdateStatus.INSTALLING
        && progress.install() >= ALL;
  }

  /** Whether it has failed, and an automatic retry of it is due. */
  public boolean retrying() {
    return status() == UpdateStatus.FAILED && course.dueAt() != null && !rollbackDue();
  }

  /** Whether its device is to be taken back, and is not yet. */
  public boolean rollbackDue() {
    return course.rollbackDue() != null;
  }

  /** Whether it has come to an end that nothing but a user changes. */
  public boolean settled() {
    return status().ended() && !retrying();
  }

  /** Whether the device begins only after somebody has confirmed there, and nobody has. */
  public boolean awaitsConfirmation() {
    return status().waiting() && assignment.terms().discretion().confirmation();
  }

  /** Whether its maintenance window, if it has one, lets the device begin. */
  public boolean mayBegin(Instant now) {
    MaintenanceWindow window = assignment.terms().window();
    return window == null || window.open(now);
  }

  /** Lets the device have it. */
  public Update scheduled(Instant now) {
    require(UpdateStatus.SCHEDULED);
    return with(course.change(now).enter(UpdateStatus.SCHEDULED).due(firstLook(now)).done());
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
      Aftermath.add(change, this, Verdict.errorCode(report), report.errorMessage(), now);
    } else if (next != UpdateStatus.CANCELLED) {
      Progress progress =
          course.progress().reported(next, report.progress(), report.download(), report.install());
      time(change.progress(progress), installed(next, progress), next, now);
    }
    return with(change.verified(report.checksumVerified(), report.signatureVerified()).done());
  }

  /** The time rests while the device waits for its switch, and runs again when it goes on. */
  private void time(CourseChange change, boolean installs, UpdateStatus next, Instant now) {
    if (installs && !installed() && !cancelling()) {
      change.rests();
    } else if (!installs && installed() && !next.ended() && course.timeoutAt() == null) {
      change.timesOut(now.plus(assignment.timeout()));
    }
  }

  /** Lets the time run of a device that has installed and may switch. */
  public Update armed(Instant now) {
    return installed() && course.timeoutAt() == null
        ? with(course.change(now).timesOut(now.plus(assignment.timeout())).done())
        : this;
  }

  /** Ends it, asks the device that has it to give it up, or lets its retry lapse. */
  public Update cancelled(String reason, Instant now) {
    if (retrying()) {
      return lapsed(reason, now);
    }
    CourseChange change = course.change(now).cancelling(reason);
    if (status().waiting()) {
      change.enter(UpdateStatus.CANCELLED);
    } else if (course.timeoutAt() == null) {
      change.timesOut(now.plus(assignment.timeout()));
    }
    return with(change.done());
  }

  /** Takes the due retry away. */
  public Update lapsed(String reason, Instant now) {
    return with(course.change(now).cancelling(reason).nothingDue().done());
  }

  /** What is due can't be done before that time. */
  public Update putOff(Instant until, Instant now) {
    return with(course.change(now).due(until).done());
  }

  /** The rollback that was due has begun, or can't be had. */
  public Update rollbackBegun(Instant now) {
    return rollbackDue() ? with(course.change(now).nothingDue().done()) : this;
  }

  /** The device does not give up what it was asked to: it has gone too far, and finishes it. */
  public Update keptOn(Instant now) {
    return cancelling() && status().onDevice() ? with(course.change(now).goesOn().done()) : this;
  }

  /** Ends it although the device may have it: the device is gone, or did not confirm in time. */
  public Update givenUp(String reason, Instant now) {
    require(UpdateStatus.CANCELLED);
    return with(course.change(now).cancelling(reason).enter(UpdateStatus.CANCELLED).done());
  }

  /** Begins a further attempt. */
  public Update retried(Instant now) {
    require(UpdateStatus.SCHEDULED);
    return with(course.change(now).anew().enter(UpdateStatus.SCHEDULED).due(firstLook(now)).done());
  }

  /** Where nothing is left to ask, there is nothing to do before the device's time is over. */
  private Instant firstLook(Instant now) {
    return assignment.deviceValidated() ? now.plus(assignment.timeout()) : now;
  }

  /** What is to be done when the time has come at which the update is due. */
  public Update swept(Instant now) {
    return Deadline.passed(this, now);
  }

  Update with(Course changed) {
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
