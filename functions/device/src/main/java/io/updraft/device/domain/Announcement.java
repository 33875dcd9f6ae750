package io.updraft.device.domain;

import io.updraft.events.UpdateCancelled;
import io.updraft.events.UpdateCompleted;
import io.updraft.events.UpdateCreated;
import io.updraft.events.UpdateEvent;
import io.updraft.events.UpdateFailed;
import io.updraft.events.UpdateRetried;
import io.updraft.events.UpdateStarted;
import java.util.Optional;

/**
 * Which event a change of an update is announced by: its start and its end, not the phases between.
 */
public final class Announcement {
  private Announcement() {}

  static boolean due(UpdateStatus before, UpdateStatus after) {
    boolean started = before.waiting() && after.onDevice();
    boolean retried = before == UpdateStatus.FAILED && after == UpdateStatus.SCHEDULED;
    return before != after && (started || retried || after.ended());
  }

  public static UpdateEvent ofCreated(Update update) {
    Assignment a = update.assignment();
    return new UpdateCreated(
        a.updateId(),
        a.deviceId(),
        a.firmwareId(),
        a.firmwareVersion(),
        a.campaignId(),
        a.createdAt());
  }

  /** Empty where the change is not announced. */
  public static Optional<UpdateEvent> between(Update before, Update after) {
    return due(before.status(), after.status()) ? Optional.of(of(after)) : Optional.empty();
  }

  private static UpdateEvent of(Update update) {
    Assignment a = update.assignment();
    Course c = update.course();
    return switch (update.status()) {
      case COMPLETED ->
          new UpdateCompleted(
              a.updateId(),
              a.deviceId(),
              a.firmwareId(),
              a.firmwareVersion(),
              a.campaignId(),
              c.updatedAt());
      case FAILED ->
          new UpdateFailed(
              a.updateId(),
              a.deviceId(),
              a.firmwareId(),
              a.firmwareVersion(),
              a.campaignId(),
              c.errorCode(),
              c.errorMessage(),
              c.retryCount(),
              c.updatedAt());
      case CANCELLED ->
          new UpdateCancelled(
              a.updateId(),
              a.deviceId(),
              a.firmwareId(),
              a.firmwareVersion(),
              a.campaignId(),
              c.updatedAt());
      case SCHEDULED ->
          new UpdateRetried(
              a.updateId(),
              a.deviceId(),
              a.firmwareId(),
              a.firmwareVersion(),
              a.campaignId(),
              c.updatedAt());
      default ->
          new UpdateStarted(
              a.updateId(),
              a.deviceId(),
              a.firmwareId(),
              a.firmwareVersion(),
              a.campaignId(),
              c.updatedAt());
    };
  }
}
