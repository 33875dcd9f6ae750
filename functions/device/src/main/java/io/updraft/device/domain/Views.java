package io.updraft.device.domain;

import io.updraft.device.published.MaintenanceWindowJson;
import io.updraft.device.published.UpdateView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows an update. */
public final class Views {
  private Views() {}

  public static UpdateView of(Update update) {
    Assignment a = update.assignment();
    Course c = update.course();
    return new UpdateView(
        a.updateId(),
        a.deviceId(),
        a.campaignId(),
        rollbackId(a),
        new UpdateView.Firmware(a.firmwareId(), a.firmwareVersion()),
        c.status().wireName(),
        a.priority().wireName(),
        c.progress().overall(),
        c.progress().download(),
        c.progress().install(),
        c.status().onDevice() ? c.status().wireName() : null,
        phases(c),
        a.fromVersion(),
        a.firmwareVersion(),
        c.entered(UpdateStatus.SCHEDULED),
        c.entered(UpdateStatus.IN_PROGRESS),
        ended(c),
        c.timeoutAt(),
        c.cancelReason(),
        c.errorCode(),
        c.errorMessage(),
        c.retryCount(),
        a.maxRetries(),
        update.retrying() ? c.dueAt() : null,
        MaintenanceWindowJson.of(a.terms().window()),
        a.terms().discretion().mode(),
        a.terms().discretion().forcedAt(),
        a.terms().discretion().confirmation(),
        c.signatureVerified(),
        c.checksumVerified(),
        a.deviceValidated(),
        a.createdBy(),
        a.createdAt(),
        c.updatedAt());
  }

  private static @Nullable String rollbackId(Assignment assignment) {
    Terms.Return rollback = assignment.terms().rollback();
    return rollback == null ? null : rollback.rollbackId();
  }

  private static Map<String, Instant> phases(Course course) {
    Map<String, Instant> phases = new LinkedHashMap<>();
    course.phases().forEach((status, time) -> phases.put(status.wireName(), time));
    return phases;
  }

  private static @Nullable Instant ended(Course course) {
    return course.status().ended() ? course.entered(course.status()) : null;
  }
}
