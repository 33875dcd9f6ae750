package io.updraft.firmware;

import io.updraft.firmware.delete.DeleteHandler;
import io.updraft.firmware.deprecate.DeprecateHandler;
import io.updraft.firmware.domain.Firmwares;
import io.updraft.firmware.recall.RecallHandler;
import io.updraft.firmware.restore.RestoreHandler;
import io.updraft.firmware.view.Views;
import io.updraft.firmware.wiring.StoreWiring;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Deprecates, restores, recalls and deletes firmware. */
public final class FirmwareLifecycleFunction extends HttpFunction {

  /** Wires the function from its environment. */
  public FirmwareLifecycleFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  FirmwareLifecycleFunction(Environment environment, Clock clock) {
    super(routes(new TableWiring(environment), new StoreWiring(environment), clock));
  }

  private static Routes routes(TableWiring tables, StoreWiring store, Clock clock) {
    Firmwares firmwares = tables.firmwares();
    Views views = new Views(tables.shelf());
    var deprecate = new DeprecateHandler(firmwares, views, clock);
    var restore = new RestoreHandler(firmwares, views, clock);
    var recall = new RecallHandler(firmwares, views, clock);
    var delete = new DeleteHandler(firmwares, store.incoming(), store.kept(), views, clock);
    return Routes.routes(clock)
        .route("POST /api/v1/ota/firmware/{firmware_id}/deprecate", Rights.WRITE, deprecate)
        .route("POST /api/v1/ota/firmware/{firmware_id}/restore", Rights.WRITE, restore)
        .route("POST /api/v1/ota/firmware/{firmware_id}/recall", Rights.WRITE, recall)
        .route("DELETE /api/v1/ota/firmware/{firmware_id}", Rights.WRITE, delete)
        .build();
  }
}
