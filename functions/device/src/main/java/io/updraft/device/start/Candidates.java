package io.updraft.device.start;

import io.updraft.device.domain.Device;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.DeviceClient.Lookup;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.KnownDevice;
import io.updraft.events.Origin;
import java.time.Clock;
import java.util.Optional;

/** Finds devices by whoever knows them, with the inbox that only the built-in registry has. */
final class Candidates {
  private final Devices devices;
  private final DeviceClient client;
  private final Clock clock;

  Candidates(Devices devices, DeviceClient client, Clock clock) {
    this.devices = devices;
    this.client = client;
    this.clock = clock;
  }

  /** Empty where the device does not exist; where nobody can be asked, it is assumed to. */
  Optional<Candidate> find(Origin origin, String deviceId) {
    return switch (client.device(origin, deviceId)) {
      case Lookup.Found(KnownDevice known) -> Optional.of(checked(origin, known));
      case Lookup.NotFound() -> Optional.empty();
      case Lookup.Unavailable() -> Optional.of(own(origin, deviceId, false));
    };
  }

  private Candidate checked(Origin origin, KnownDevice known) {
    Device registered = known.registered();
    if (registered != null) {
      return new Candidate(registered, true, true);
    }
    Candidate own = own(origin, known.deviceId(), true);
    return new Candidate(known.describing(own.device()), true, own.registered());
  }

  private Candidate own(Origin origin, String deviceId, boolean checked) {
    String organization = origin.organizationId();
    return devices
        .find(organization, deviceId)
        .map(device -> new Candidate(device, checked, true))
        .orElseGet(() -> new Candidate(appearing(organization, deviceId), checked, false));
  }

  private Device appearing(String organization, String deviceId) {
    return Device.appeared(organization, deviceId, clock.instant());
  }

  /** Makes sure of an inbox, as if the device had appeared by itself. */
  void register(Candidate candidate) {
    if (!candidate.registered()) {
      Device device = candidate.device();
      devices.seen(device.organization(), device.deviceId(), clock.instant());
    }
  }
}
