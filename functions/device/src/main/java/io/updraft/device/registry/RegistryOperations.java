package io.updraft.device.registry;

import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.http.Operation;
import java.time.Clock;

/**
 * The operations of the registry, on its ports.
 *
 * @param gatewayRegistrationsPerHour how many new devices one gateway's key may register
 */
public record RegistryOperations(
    Registry registry, UnfinishedUpdates updates, Clock clock, int gatewayRegistrationsPerHour) {

  public Operation put() {
    return new PutDeviceHandler(new PutDevice(registry), clock, gatewayRegistrationsPerHour);
  }

  public Operation patch() {
    return new PatchDeviceHandler(new PatchDevice(registry), clock);
  }

  public Operation get() {
    return new GetDeviceHandler(registry);
  }

  public Operation delete() {
    return new DeleteDeviceHandler(new DeleteDevice(registry, updates, clock));
  }

  public Operation list() {
    return new ListDevicesHandler(new ListDevices(registry));
  }
}
