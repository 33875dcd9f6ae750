package io.updraft.device.domain;

import io.updraft.device.published.RollbackTrigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the course after a change; what is not named stays as it was. */
final class CourseChange {
  private final Course before;
  private final Instant now;
  private final Map<UpdateStatus, Instant> phases;
  private UpdateStatus status;
  private Progress progress;
  private @Nullable Instant timeoutAt;
  private @Nullable Instant dueAt;
  private @Nullable RollbackTrigger rollbackDue;
  private boolean silent;
  private boolean downloaded;
  private @Nullable String cancelReason;
  private @Nullable String errorCode;
  private @Nullable String errorMessage;
  private @Nullable Boolean checksumVerified;
  private @Nullable Boolean signatureVerified;
  private int retryCount;

  CourseChange(Course before, Instant now) {
    this.before = before;
    this.now = now;
    phases = new HashMap<>(before.phases());
    status = before.status();
    progress = before.progress();
    timeoutAt = before.timeoutAt();
    dueAt = before.dueAt();
    rollbackDue = before.rollbackDue();
    silent = before.silent();
    downloaded = before.downloaded();
    cancelReason = before.cancelReason();
    errorCode = before.errorCode();
    errorMessage = before.errorMessage();
    checksumVerified = before.checksumVerified();
    signatureVerified = before.signatureVerified();
    retryCount = before.retryCount();
  }

  CourseChange enter(UpdateStatus next) {
    status = next;
    phases.put(next, now);
    downloaded = downloaded || next.pastDownloading();
    dueAt = next.ended() ? null : dueAt;
    return this;
  }

  /** The device works on it: the time runs, and a silent one counts again. */
  CourseChange firstContact(Instant timesOutAt) {
    phases.putIfAbsent(UpdateStatus.IN_PROGRESS, now);
    timeoutAt = timesOutAt;
    dueAt = dueAt == null ? timesOutAt : dueAt;
    silent = false;
    return this;
  }

  CourseChange progress(Progress value) {
    progress = value;
    return this;
  }

  CourseChange verified(@Nullable Boolean checksum, @Nullable Boolean signature) {
    checksumVerified = checksum == null ? checksumVerified : checksum;
    signatureVerified = signature == null ? signatureVerified : signature;
    return this;
  }

  CourseChange error(@Nullable String code, @Nullable String message) {
    errorCode = code;
    errorMessage = message;
    return this;
  }

  CourseChange cancelling(String reason) {
    cancelReason = reason;
    return this;
  }

  CourseChange goesOn() {
    cancelReason = null;
    return this;
  }

  CourseChange silent() {
    silent = true;
    dueAt = null;
    return this;
  }

  CourseChange due(Instant time) {
    dueAt = time;
    return this;
  }

  /** The device has so long from now on. */
  CourseChange timesOut(Instant time) {
    timeoutAt = time;
    dueAt = time;
    return this;
  }

  /** The device waits, and no time runs against it. */
  CourseChange rests() {
    timeoutAt = null;
    dueAt = null;
    return this;
  }

  /** The device is to be taken back, as soon as that can be. */
  CourseChange takesBack(RollbackTrigger trigger) {
    rollbackDue = trigger;
    dueAt = now;
    return this;
  }

  CourseChange nothingDue() {
    rollbackDue = null;
    dueAt = null;
    return this;
  }

  /** A new attempt, from nothing. */
  CourseChange anew() {
    phases.clear();
    rollbackDue = null;
    progress = Progress.NONE;
    timeoutAt = null;
    silent = false;
    cancelReason = null;
    checksumVerified = null;
    signatureVerified = null;
    retryCount++;
    return error(null, null);
  }

  /** The changed course. */
  Course done() {
    return new Course(
        status,
        progress,
        phases,
        timeoutAt,
        dueAt,
        rollbackDue,
        silent,
        downloaded,
        cancelReason,
        errorCode,
        errorMessage,
        checksumVerified,
        signatureVerified,
        retryCount,
        before.sequence() + (Announcement.due(before.status(), status) ? 1 : 0),
        before.revision() + 1,
        now);
  }
}
