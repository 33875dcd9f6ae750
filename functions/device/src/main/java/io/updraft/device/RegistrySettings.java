package io.updraft.device;

import io.updraft.lambda.Environment;

/**
 * What {@link DeviceRegistryFunction} can be told.
 *
 * @param gatewayRegistrationsPerHour how many new devices one gateway's key may register; 1 to a
 *     million, default 1,000
 */
record RegistrySettings(int gatewayRegistrationsPerHour) {
  static RegistrySettings from(Environment environment) {
    return new RegistrySettings(
        environment.integer("GATEWAY_REGISTRATIONS_PER_HOUR", 1_000, 1, 1_000_000));
  }
}
