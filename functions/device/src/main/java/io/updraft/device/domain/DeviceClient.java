package io.updraft.device.domain;

import io.updraft.events.Origin;
import io.updraft.firmware.published.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever knows the devices of the fleet: the built-in registry, or a device service in its place.
 * Everything here can be repeated.
 */
public interface DeviceClient extends AutoCloseable {
  Lookup device(Origin origin, String deviceId);

  /** Empty where it is not known, or cannot be asked now. */
  default Optional<Version> firmwareVersion(Origin origin, String deviceId) {
    return device(origin, deviceId) instanceof Lookup.Found(KnownDevice device)
        ? Optional.ofNullable(device.firmwareVersion())
        : Optional.empty();
  }

  /** Whether the device is of the model, with hardware within the range (bounds included). */
  default Compatibility compatibility(
      Origin origin,
      String deviceId,
      String model,
      @Nullable Version minHardware,
      @Nullable Version maxHardware) {
    return switch (device(origin, deviceId)) {
      case Lookup.Found(KnownDevice device) ->
          Fitness.misfit(device.model(), device.hardwareVersion(), model, minHardware, maxHardware)
              .<Compatibility>map(Compatibility.Incompatible::new)
              .orElse(new Compatibility.Compatible());
      case Lookup.NotFound() -> new Compatibility.Incompatible("the device does not exist");
      case Lookup.Unavailable() -> new Compatibility.Unknown();
    };
  }

  /** Records what a device has come to run by a completed update. */
  Recorded firmwareInstalled(Origin origin, String deviceId, String version);

  boolean health();

  @Override
  void close();

  /** What became of the question for a device. */
  sealed interface Lookup {
    record Found(KnownDevice device) implements Lookup {}

    record NotFound() implements Lookup {}

    /** Nothing is known now; ask again later. */
    record Unavailable() implements Lookup {}
  }

  /** Whether a device and a firmware are made for each other. */
  sealed interface Compatibility {
    record Compatible() implements Compatibility {}

    record Incompatible(String reason) implements Compatibility {}

    record Unknown() implements Compatibility {}
  }

  /** What became of a version that was to be recorded. */
  enum Recorded {
    RECORDED,
    /** There is no such device. */
    NOT_FOUND,
    /** Not now; tell it again later. */
    UNAVAILABLE
  }
}
