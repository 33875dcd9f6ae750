package io.updraft.device;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.query.GetUpdateHandler;
import io.updraft.device.query.ListHistoryHandler;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows updates. */
public final class UpdateQueryFunction extends HttpFunction {
  private static final Access READERS = Access.usersOrDevice().scope("updates:read");

  public UpdateQueryFunction() {
    this(DeviceStores.from(Environment.current()));
  }

  private UpdateQueryFunction(DeviceStores stores) {
    this(stores.devices(), stores.updates(), Clock.systemUTC());
  }

  UpdateQueryFunction(Devices devices, Updates updates, Clock clock) {
    super(
        Routes.routes(clock)
            .route("GET /api/v1/ota/updates/{update_id}", READERS, new GetUpdateHandler(updates))
            .route(
                "GET /api/v1/ota/devices/{device_id}/updates",
                READERS,
                new ListHistoryHandler(devices, updates))
            .build());
  }
}
