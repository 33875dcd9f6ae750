package io.updraft.firmware;

import io.updraft.firmware.get.GetHandler;
import io.updraft.firmware.list.ListHandler;
import io.updraft.firmware.view.Views;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** Shows firmware. */
public final class FirmwareQueryFunction extends HttpFunction {

  /** Wires the function from its environment. */
  public FirmwareQueryFunction() {
    this(Environment.current(), Clock.systemUTC());
  }

  FirmwareQueryFunction(Environment environment, Clock clock) {
    super(routes(new TableWiring(environment), clock));
  }

  private static Routes routes(TableWiring tables, Clock clock) {
    Views views = new Views(tables.shelf());
    return Routes.routes(clock)
        .route(
            "GET /api/v1/ota/firmware/{firmware_id}",
            Rights.READ,
            new GetHandler(tables.firmwares(), views))
        .route("GET /api/v1/ota/firmware", Rights.READ, new ListHandler(tables.shelf(), views))
        .build();
  }
}
