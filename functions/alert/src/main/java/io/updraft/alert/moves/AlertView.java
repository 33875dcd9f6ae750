package io.updraft.alert.moves;

import io.updraft.alert.domain.Alert;
import io.updraft.alert.domain.AlertId;
import io.updraft.alert.domain.AlertStatus;
import io.updraft.alert.domain.Cause;
import io.updraft.alert.domain.Course;
import io.updraft.alert.domain.Level;
import io.updraft.alert.domain.Mark;
import io.updraft.alert.domain.Marks;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import io.updraft.telemetry.published.Nanos;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert as answers show it; values are texts, as in its events. */
public record AlertView(
    String alertId,
    String ruleId,
    String ruleName,
    String deviceId,
    String metricName,
    String condition,
    String thresholdValue,
    Level level,
    AlertStatus status,
    String currentValue,
    long violationCount,
    Instant triggeredAt,
    Instant firstViolation,
    Instant lastViolation,
    List<String> notificationChannels,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgementNote,
    @Nullable String suppressedBy,
    @Nullable Instant suppressedAt,
    @Nullable Instant suppressedUntil,
    @Nullable String suppressionNote,
    @Nullable String unsuppressedBy,
    @Nullable Instant unsuppressedAt,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt,
    @Nullable String resolutionNote) {

  public static AlertView of(Alert alert) {
    Cause cause = alert.cause();
    Course course = alert.course();
    Marks marks = alert.marks();
    return new AlertView(
        alert.id().text(),
        cause.ruleId().text(),
        cause.ruleName(),
        alert.deviceId(),
        cause.metricName(),
        cause.condition().word(),
        cause.condition().value().text(),
        cause.level(),
        alert.status(),
        course.currentValue(),
        course.violations(),
        course.triggeredAt(),
        Nanos.time(course.first()),
        Nanos.time(course.last()),
        cause.notificationChannels(),
        by(marks.acknowledged()),
        at(marks.acknowledged()),
        note(marks.acknowledged()),
        by(marks.suppressed()),
        at(marks.suppressed()),
        marks.suppressedUntil(),
        note(marks.suppressed()),
        by(marks.unsuppressed()),
        at(marks.unsuppressed()),
        by(marks.resolved()),
        at(marks.resolved()),
        note(marks.resolved()));
  }

  private static @Nullable String by(@Nullable Mark mark) {
    return mark == null ? null : mark.by();
  }

  private static @Nullable Instant at(@Nullable Mark mark) {
    return mark == null ? null : mark.at();
  }

  private static @Nullable String note(@Nullable Mark mark) {
    return mark == null ? null : mark.note();
  }

  /**
   * The id in the path.
   *
   * @throws ProblemException {@code NOT_FOUND} for what no alert can have as its id
   */
  public static AlertId id(HttpRequest request) {
    String given = request.path("alert_id");
    return AlertId.parse(given).orElseThrow(() -> notFound(given));
  }

  public static ProblemException notFound(String id) {
    return Problem.notFound("alert", id).exception();
  }
}
