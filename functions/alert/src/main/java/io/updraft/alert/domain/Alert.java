package io.updraft.alert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One incident of one rule on one device, from triggered to resolved.
 *
 * @param version counts the moves, from 1; further violations move nothing
 */
public record Alert(
    String organization,
    AlertId id,
    Cause cause,
    String deviceId,
    Course course,
    AlertStatus status,
    Marks marks,
    long version) {

  /** A new one, of the device. */
  public static Alert triggered(Rule rule, AlertId id, String deviceId, Course course) {
    return new Alert(
        rule.organization(),
        id,
        Cause.of(rule),
        deviceId,
        course,
        AlertStatus.ACTIVE,
        Marks.NONE,
        1);
  }

  public boolean can(AlertMove move) {
    return status.successors().contains(move.target());
  }

  /**
   * The alert after a move.
   *
   * @throws IllegalStateException where its state forbids the move, see {@link #can}
   */
  public Alert moved(AlertMove move) {
    if (!can(move)) {
      throw new IllegalStateException(status + " does not become " + move.target());
    }
    return new Alert(
        organization, id, cause, deviceId, course, move.target(), marks.with(move), version + 1);
  }

  /** When it is to be looked at without anybody asking; null where a human has to end it. */
  public @Nullable Instant due() {
    return switch (status) {
      case ACTIVE -> earliestClear();
      case SUPPRESSED -> marks.suppressedUntil();
      case ACKNOWLEDGED, RESOLVED -> null;
    };
  }

  private @Nullable Instant earliestClear() {
    return cause.autoResolve() == null
        ? null
        : Instant.EPOCH.plusNanos(course.last()).plus(cause.autoResolve());
  }

  public Alert with(Course later) {
    return new Alert(organization, id, cause, deviceId, later, status, marks, version);
  }
}
