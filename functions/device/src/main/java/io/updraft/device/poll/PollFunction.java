package io.updraft.device.poll;

import io.updraft.device.domain.Devices;
import io.updraft.device.domain.Updates;
import io.updraft.device.dynamodb.DeviceStores;
import io.updraft.firmware.published.Clearances;
import io.updraft.firmware.published.FirmwareDownloads;
import io.updraft.firmware.published.PublishedFirmware;
import io.updraft.http.Access;
import io.updraft.http.HttpFunction;
import io.updraft.http.Routes;
import io.updraft.lambda.Environment;
import java.time.Clock;

/** What devices ask all day. */
public final class PollFunction extends HttpFunction {
  public PollFunction() {
    this(Environment.current());
  }

  private PollFunction(Environment environment) {
    this(environment, DeviceStores.from(environment));
  }

  private PollFunction(Environment environment, DeviceStores stores) {
    this(
        stores.devices(),
        stores.updates(),
        stores.firmware().clearances(),
        PublishedFirmware.downloads(environment),
        PollSettings.from(environment),
        Clock.systemUTC());
  }

  PollFunction(
      Devices devices,
      Updates updates,
      Clearances clearances,
      FirmwareDownloads downloads,
      PollSettings settings,
      Clock clock) {
    super(
        Routes.routes(clock)
            .route(
                "GET /api/v1/ota/devices/{device_id}/updates/next",
                Access.usersOrDevice().scope("updates:read"),
                new NextUpdateHandler(
                    new NextUpdate(
                        devices,
                        updates,
                        clearances,
                        settings.gatewayRegistrationsPerHour(),
                        clock),
                    new ExplainNext(devices, updates, clearances, clock),
                    downloads,
                    settings,
                    clock))
            .build());
  }
}
