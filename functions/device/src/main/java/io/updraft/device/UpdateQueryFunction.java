package io.updraft.device;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.query.GetUpdateHandler;
import io.updraft.device.query.ListHistoryHandler;
import io.updraft.device.rollback.GetRollbackHandler;
import io.updraft.device.rollback.ListRollbacksHandler;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows updates and rollbacks. */
public final class UpdateQueryFunction extends HttpFunction {
  private static final Access READERS = Access.usersOrDevice().scope("updates:read");
  private static final Access USERS = Access.users().scope("updates:read");

  public UpdateQueryFunction() {
    this(DeviceStores.from(Environment.current()));
  }

  private UpdateQueryFunction(DeviceStores stores) {
    this(
        stores.devices(),
        stores.updates(),
        stores.messages(),
        stores.rollbacks(),
        Clock.systemUTC());
  }

  UpdateQueryFunction(
      Devices devices, Updates updates, Messages messages, Rollbacks rollbacks, Clock clock) {
    super(
        Routes.routes(clock)
            .route(
                "GET /api/v1/ota/updates/{update_id}",
                READERS,
                new GetUpdateHandler(updates, messages))
            .route(
                "GET /api/v1/ota/devices/{device_id}/updates",
                READERS,
                new ListHistoryHandler(devices, updates))
            .route(
                "GET /api/v1/ota/rollbacks/{rollback_id}", USERS, new GetRollbackHandler(rollbacks))
            .route("GET /api/v1/ota/rollbacks", USERS, new ListRollbacksHandler(rollbacks))
            .build());
  }
}
