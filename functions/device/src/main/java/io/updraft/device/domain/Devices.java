package io.updraft.device.domain;

import java.time.Instant;
import java.util.Optional;

/** Finds devices for their hot path. The registry's own port is {@code registry.Registry}. */
public interface Devices {
  /** Eventually consistent: half a read unit. */
  Optional<Device> glance(String organization, String deviceId);

  /** Strongly consistent. */
  Optional<Device> find(String organization, String deviceId);

  /** Notes a contact; registers a device that is not known. */
  void seen(String organization, String deviceId, Instant now);
}
