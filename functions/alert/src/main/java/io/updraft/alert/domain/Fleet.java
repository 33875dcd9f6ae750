package io.updraft.alert.domain;

import io.updraft.device.published.DeviceFacts;
import java.util.Optional;

/** Tells what the registry knows of devices; up to a minute behind it. */
public interface Fleet {
  Optional<DeviceFacts> device(String organization, String deviceId);
}
