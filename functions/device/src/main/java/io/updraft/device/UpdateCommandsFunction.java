package io.updraft.device;

import io.updraft.device.cancel.CancelUpdateHandler;
import io.updraft.device.domain.DeviceClient;
import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.published.UpdateIds;
import io.updraft.device.retry.RetryUpdateHandler;
import io.updraft.device.rollback.RollBackDeviceHandler;
import io.updraft.device.start.StartManyHandler;
import io.updraft.device.start.StartUpdateHandler;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Role;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** What operators do with the updates of single devices. */
public final class UpdateCommandsFunction extends HttpFunction {
  private static final Access OPERATORS = Access.roles(Role.OPERATOR).scope("updates:write");

  public UpdateCommandsFunction() {
    this(Environment.current());
  }

  private UpdateCommandsFunction(Environment environment) {
    this(DeviceStores.from(environment), environment);
  }

  private UpdateCommandsFunction(DeviceStores stores, Environment environment) {
    this(
        stores.devices(),
        stores.client(environment),
        stores.updates(),
        stores.rollbacks(),
        stores.firmware().catalogue(),
        stores.firmware().clearances(),
        Clock.systemUTC());
  }

  UpdateCommandsFunction(
      Devices devices,
      DeviceClient client,
      Updates updates,
      Rollbacks rollbacks,
      FirmwareCatalogue catalogue,
      Clearances clearances,
      Clock clock) {
    super(routes(devices, client, updates, rollbacks, catalogue, clearances, clock));
  }

  private static Routes routes(
      Devices devices,
      DeviceClient client,
      Updates updates,
      Rollbacks rollbacks,
      FirmwareCatalogue catalogue,
      Clearances clearances,
      Clock clock) {
    UpdateIds ids = UpdateIds.of(clock);
    return Routes.routes(clock)
        .route(
            "POST /api/v1/ota/devices/{device_id}/update",
            OPERATORS,
            new StartUpdateHandler(devices, client, updates, catalogue, ids, clock))
        .route(
            "POST /api/v1/ota/devices/bulk/update",
            OPERATORS,
            new StartManyHandler(devices, client, updates, catalogue, ids, clock))
        .route(
            "POST /api/v1/ota/devices/{device_id}/rollback",
            OPERATORS,
            new RollBackDeviceHandler(devices, updates, rollbacks, catalogue, clock))
        .route(
            "POST /api/v1/ota/updates/{update_id}/cancel",
            OPERATORS,
            new CancelUpdateHandler(updates, clock))
        .route(
            "POST /api/v1/ota/updates/{update_id}/retry",
            OPERATORS,
            new RetryUpdateHandler(devices, updates, clearances, clock))
        .build();
  }
}
