package io.updraft.device.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where an update is. The table of moves:
 *
 * <ul>
 *   <li>from each unfinished state to any later one, up to completed: devices may skip, not go back
 *   <li>from each unfinished state to failed or cancelled
 *   <li>from failed to scheduled, by a retry
 *   <li>completed and cancelled are final
 * </ul>
 */
public enum UpdateStatus {
  /** Assigned to the device, not yet to be had. */
  CREATED,
  /** To be had at the next poll. */
  SCHEDULED,
  IN_PROGRESS,
  DOWNLOADING,
  VERIFYING,
  INSTALLING,
  REBOOTING,
  COMPLETED,
  FAILED,
  CANCELLED;

  private static final Set<UpdateStatus> WAITING = EnumSet.of(CREATED, SCHEDULED);
  private static final Set<UpdateStatus> ENDED = EnumSet.of(COMPLETED, FAILED, CANCELLED);

  /** Whether the device has not begun with it. */
  public boolean waiting() {
    return WAITING.contains(this);
  }

  /** Whether the device is at work on it. */
  public boolean onDevice() {
    return !waiting() && !ended();
  }

  public boolean ended() {
    return ENDED.contains(this);
  }

  /** Whether a device in this phase has all the bytes. */
  public boolean pastDownloading() {
    return compareTo(DOWNLOADING) > 0 && compareTo(COMPLETED) <= 0;
  }

  public boolean mayMoveTo(UpdateStatus next) {
    return successors().contains(next);
  }

  /** The states that may follow, in the order of the life cycle. */
  public Set<UpdateStatus> successors() {
    return switch (this) {
      case CREATED -> EnumSet.range(SCHEDULED, CANCELLED);
      case SCHEDULED -> EnumSet.range(IN_PROGRESS, CANCELLED);
      case IN_PROGRESS -> EnumSet.range(DOWNLOADING, CANCELLED);
      case DOWNLOADING -> EnumSet.range(VERIFYING, CANCELLED);
      case VERIFYING -> EnumSet.range(INSTALLING, CANCELLED);
      case INSTALLING -> EnumSet.range(REBOOTING, CANCELLED);
      case REBOOTING -> EnumSet.range(COMPLETED, CANCELLED);
      case FAILED -> EnumSet.of(SCHEDULED);
      case COMPLETED, CANCELLED -> EnumSet.noneOf(UpdateStatus.class);
    };
  }

  /** As it is written in items and answers: {@code in_progress}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static UpdateStatus ofWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
