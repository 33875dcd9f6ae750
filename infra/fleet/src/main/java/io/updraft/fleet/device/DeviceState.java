package io.updraft.fleet.device;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a device is at, as far as the server has acknowledged it. */
public enum DeviceState {
  /** Without its key or its place in the registry. */
  JOINING,
  /** Polls, and had no update yet. */
  IDLE,
  IN_PROGRESS,
  DOWNLOADING,
  VERIFYING,
  INSTALLING,
  REBOOTING,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** Gave up, since the server refuses what it can't go on without. */
  BROKEN;

  private static final Set<DeviceState> ENDED = EnumSet.of(COMPLETED, FAILED, CANCELLED);
  private static final Set<DeviceState> AT_WORK = EnumSet.range(IN_PROGRESS, REBOOTING);

  /** Whether its last update has come to an end. */
  public boolean ended() {
    return ENDED.contains(this);
  }

  public boolean atWork() {
    return AT_WORK.contains(this);
  }

  /** As the API calls it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The end that the API calls so; empty where it is none. */
  static Optional<DeviceState> end(String wireName) {
    return ENDED.stream().filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}
