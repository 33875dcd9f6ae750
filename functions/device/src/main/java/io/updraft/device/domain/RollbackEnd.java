package io.updraft.device.domain;

import io.updraft.events.RollbackCompleted;
import io.updraft.events.RollbackEvent;
import io.updraft.events.RollbackFailed;
import io.updraft.events.RollbackInitiated;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a rollback ends with its update.
 *
 * @param errorMessage null where it succeeded
 */
public record RollbackEnd(
    String rollbackId,
    RollbackStatus status,
    @Nullable String errorMessage,
    Instant at,
    RollbackEvent event) {

  /** Present where the change brings a rollback's update to an end that lasts. */
  public static Optional<RollbackEnd> between(Update before, Update after) {
    Terms.Return rollback = after.assignment().terms().rollback();
    return rollback != null && after.settled() && !before.settled()
        ? Optional.of(of(after, rollback))
        : Optional.empty();
  }

  private static RollbackEnd of(Update ended, Terms.Return rollback) {
    Instant now = ended.course().updatedAt();
    if (ended.status() == UpdateStatus.COMPLETED) {
      return new RollbackEnd(
          rollback.rollbackId(), RollbackStatus.COMPLETED, null, now, completed(ended, rollback));
    }
    String message = message(ended);
    return new RollbackEnd(
        rollback.rollbackId(),
        RollbackStatus.FAILED,
        message,
        now,
        failed(ended, rollback, message));
  }

  private static String message(Update ended) {
    Course course = ended.course();
    String of =
        ended.status() == UpdateStatus.CANCELLED ? course.cancelReason() : course.errorMessage();
    return Objects.requireNonNullElse(
        of, Objects.requireNonNullElse(course.errorCode(), ended.status().wireName()));
  }

  private static RollbackCompleted completed(Update update, Terms.Return rollback) {
    Assignment a = update.assignment();
    return new RollbackCompleted(
        rollback.rollbackId(),
        a.deviceId(),
        from(a),
        a.firmwareVersion(),
        rollback.trigger().wireName(),
        update.course().updatedAt());
  }

  private static RollbackFailed failed(Update update, Terms.Return rollback, String message) {
    Assignment a = update.assignment();
    return new RollbackFailed(
        rollback.rollbackId(),
        a.deviceId(),
        from(a),
        a.firmwareVersion(),
        rollback.trigger().wireName(),
        message,
        update.course().updatedAt());
  }

  private static String from(Assignment a) {
    return Objects.requireNonNullElse(a.fromVersion(), Rollback.UNKNOWN);
  }

  /** The event of a rollback that begins. */
  public static RollbackInitiated initiated(Rollback rollback) {
    return new RollbackInitiated(
        rollback.rollbackId(),
        rollback.deviceId(),
        rollback.fromVersion(),
        rollback.toVersion(),
        rollback.trigger().wireName(),
        rollback.startedAt());
  }

  /** The event of a rollback that never had a firmware to go back to. */
  public static RollbackFailed failed(Rollback rollback) {
    return new RollbackFailed(
        rollback.rollbackId(),
        rollback.deviceId(),
        rollback.fromVersion(),
        rollback.toVersion(),
        rollback.trigger().wireName(),
        rollback.errorMessage(),
        rollback.startedAt());
  }
}
