package io.updraft.device;

import io.updraft.device.domain.UnfinishedUpdates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.moves.GiveUpUpdates;
import io.updraft.device.registry.Registry;
import io.updraft.device.registry.RegistryOperations;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Keeps the devices of the fleet: the built-in registry. */
public final class DeviceRegistryFunction extends HttpFunction {
  private static final Access WRITE = Access.roles(Role.OPERATOR).scope("devices:write");
  private static final Access READ = Access.users().scope("devices:read");

  public DeviceRegistryFunction() {
    this(Environment.current());
  }

  private DeviceRegistryFunction(Environment environment) {
    this(DeviceStores.from(environment), RegistrySettings.from(environment), Clock.systemUTC());
  }

  private DeviceRegistryFunction(DeviceStores stores, RegistrySettings settings, Clock clock) {
    this(stores.registry(), new GiveUpUpdates(stores.updates(), clock), settings, clock);
  }

  DeviceRegistryFunction(
      Registry registry, UnfinishedUpdates updates, RegistrySettings settings, Clock clock) {
    this(new RegistryOperations(registry, updates, clock, settings.gatewayRegistrationsPerHour()));
  }

  private DeviceRegistryFunction(RegistryOperations operations) {
    super(
        Routes.routes(operations.clock())
            .route("PUT /api/v1/devices/{device_id}", WRITE.orRoles(Role.DEVICE), operations.put())
            .route(
                "PATCH /api/v1/devices/{device_id}", WRITE.orRoles(Role.DEVICE), operations.patch())
            .route(
                "GET /api/v1/devices/{device_id}",
                Access.usersOrDevice().scope("devices:read"),
                operations.get())
            .route("DELETE /api/v1/devices/{device_id}", WRITE, operations.delete())
            .route("GET /api/v1/devices", READ, operations.list())
            .build());
  }
}
