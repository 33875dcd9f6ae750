package io.updraft.device.report;

import io.updraft.device.domain.Rollbacks;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.device.moves.DueRollback;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareCatalogue;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** What devices say of their updates. */
public final class ReportFunction extends HttpFunction {
  public ReportFunction() {
    this(Environment.current());
  }

  private ReportFunction(Environment environment) {
    this(
        DeviceStores.from(environment, "UPDATES_TABLE"),
        environment.findUri("DEVICE_SERVICE_URL").isPresent());
  }

  private ReportFunction(DeviceStores stores, boolean tells) {
    this(
        stores.updates(),
        stores.rollbacks(),
        stores.firmware().catalogue(),
        stores.firmware().clearances(),
        tells,
        Clock.systemUTC());
  }

  ReportFunction(
      Updates updates,
      Rollbacks rollbacks,
      FirmwareCatalogue catalogue,
      Clearances clearances,
      boolean tells,
      Clock clock) {
    this(
        new ReportStatus(
            updates,
            clearances,
            new DueRollback(updates, rollbacks, catalogue, clock),
            tells,
            clock),
        clock);
  }

  private ReportFunction(ReportStatus reportStatus, Clock clock) {
    super(
        Routes.routes(clock)
            .route(
                "POST /api/v1/ota/updates/{update_id}/status",
                Access.device(),
                new ReportStatusHandler(reportStatus))
            .build());
  }
}
