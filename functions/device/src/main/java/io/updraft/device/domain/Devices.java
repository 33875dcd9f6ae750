package io.updraft.device.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds devices for their hot path. The registry's own port is {@code registry.Registry}. */
public interface Devices {
  /** Eventually consistent: half a read unit. */
  Optional<Device> glance(String organization, String deviceId);

  /** Strongly consistent. */
  Optional<Device> find(String organization, String deviceId);

  /** Notes a device's own contact; registers one that is not known. */
  default void seen(String organization, String deviceId, Instant now) {
    seen(organization, deviceId, now, null);
  }

  /**
   * Notes a contact; registers a device that is not known.
   *
   * @param quota what a new device is charged to, or null
   */
  Contact seen(String organization, String deviceId, Instant now, @Nullable Quota quota);

  /** How a contact ended. */
  enum Contact {
    NOTED,
    /** The device is not known, and the quota is used up. */
    REFUSED
  }
}
